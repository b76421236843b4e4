import { waitingKindsOf } from '@linggong/access';
import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { consumersOf, seedsOf, type DecisionTable } from '@linggong/studio';
import { clearSourcesOf, personKeepersOf, sealedSourcesOf, unmaskOwnersOf } from '@linggong/vault';
import { clearPayers } from './clear-payers';
import { channelsConsole } from './console';
import { handleJobs } from './job-handlers';
import { payeesOfPeople } from './payees-of-people';
import { judgeRouting, routingSeed } from '../domain';
import { channelRoutes } from './routes';
import { pastRoutes } from './routing/past-routes';
import { sealedSources } from './sealed-sources';
import { channelsOf, services, toolsOf } from './services';
import { storyRelations } from './stories';
import { payerOwner, statementPayers } from './unmask-payer';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    storiesOf(strapi).relate(...storyRelations);
    sealedSourcesOf(strapi).add(...sealedSources);
    clearSourcesOf(strapi).add(clearPayers(() => toolsOf(strapi).vault));
    unmaskOwnersOf(strapi).add(payerOwner('statement-line', () => toolsOf(strapi).vault, statementPayers));
    personKeepersOf(strapi).add('channels', payeesOfPeople);
    seedsOf(strapi).add(routingSeed);
    consumersOf(strapi).add({
      kind: routingSeed.kind,
      key: routingSeed.key,
      name: { zh: '放款时选择付款渠道', en: 'Choosing the channel of payments' },
      replay: pastRoutes,
      // Studio read the content as a table before it asks.
      judge: (content) => judgeRouting(content as unknown as DecisionTable, channelsOf(strapi).names),
    });
    handleJobs(strapi);
  },
  services,
  routes: { v1: channelRoutes, console: channelsConsole },
};
