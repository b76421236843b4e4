import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { clearSourcesOf, personKeepersOf, sealedSourcesOf, unmaskOwnersOf } from '@linggong/vault';
import { clearPayers } from './clear-payers';
import { channelsConsole } from './console';
import { handleJobs } from './job-handlers';
import { payeesOfPeople } from './payees-of-people';
import { channelRoutes } from './routes';
import { sealedSources } from './sealed-sources';
import { services, toolsOf } from './services';
import { storyRelations } from './stories';
import { payerOwner, statementPayers } from './unmask-payer';
import { operatingFigures } from './operating-figures';

export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    storiesOf(strapi).relate(...storyRelations);
    sealedSourcesOf(strapi).add(...sealedSources);
    clearSourcesOf(strapi).add(clearPayers(() => toolsOf(strapi).vault));
    unmaskOwnersOf(strapi).add(payerOwner('statement-line', () => toolsOf(strapi).vault, statementPayers));
    personKeepersOf(strapi).add('channels', payeesOfPeople);
    handleJobs(strapi);
  },
  services,
  routes: { v1: channelRoutes, console: channelsConsole },
};
