import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { retentionOf, sealedSourcesOf, unmaskOwnersOf } from '@linggong/vault';
import { channelsConsole } from './console';
import { handleJobs } from './job-handlers';
import { channelRoutes } from './routes';
import { bankFiles } from './retention';
import { sealedSources } from './sealed-sources';
import { services, toolsOf } from './services';
import { storyRelations } from './stories';
import { payerOwner, statementPayers } from './unmask-payer';

export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    storiesOf(strapi).relate(...storyRelations);
    sealedSourcesOf(strapi).add(...sealedSources);
    unmaskOwnersOf(strapi).add(payerOwner('statement-line', () => toolsOf(strapi).vault, statementPayers));
    retentionOf(strapi).add('bank-file', bankFiles);
    handleJobs(strapi);
  },
  services,
  routes: { v1: channelRoutes, console: channelsConsole },
};
