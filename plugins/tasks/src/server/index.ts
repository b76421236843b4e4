import type { Core } from '@strapi/strapi';
import { eSignOf } from '@linggong/e-sign';
import { scenarioOf } from '../domain';
import { consoleRouter } from './console';
import { apiRouter } from './routes';

export default {
  routes: { api: apiRouter, console: consoleRouter },
  /** Contracts name kinds of work in words; the catalogue of kinds of work is ours. */
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    eSignOf(strapi).useScenarioTitles((code) => scenarioOf(code)?.title);
  },
};
