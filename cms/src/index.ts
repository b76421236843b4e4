import type { Core } from '@strapi/strapi';
import { requireEveryPlugin } from './plugin-guard';
import { serveConsole } from './console-files';
import { installFront } from './front';
import { serveReadiness } from './readiness';

export default {
  /** Runs before the schema sync: a missing plugin stops the start here, before its tables could be touched. */
  register({ strapi }: { strapi: Core.Strapi }): void {
    requireEveryPlugin(strapi);
    installFront(strapi);
    serveConsole(strapi);
    serveReadiness(strapi);
  },
};
