import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { eSignOf } from '@linggong/e-sign';
import { scenarioOf } from '../domain';
import { knowsAll } from './acquaintance';
import { consoleRouter } from './console';
import { apiRouter } from './routes';
import { storyKinds, storyRelations } from './stories';

export default {
  routes: { api: apiRouter, console: consoleRouter },
  /** Contracts name kinds of work in words, and are sent by an enterprise to whom it knows; both are told by us. */
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    storiesOf(strapi).add(...storyKinds);
    storiesOf(strapi).relate(...storyRelations);
    eSignOf(strapi).useScenarioTitles((code) => scenarioOf(code)?.title);
    eSignOf(strapi).useAcquaintance(knowsAll);
  },
};
