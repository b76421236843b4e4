import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment } from '@linggong/config';
import { openStudio } from '@linggong/studio';
import { requireEveryPlugin } from './plugin-guard';
import { serveConsole } from './console-files';
import { openGuides } from './delivered-guides';
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

  /** Runs after the bootstrap of every plugin: by then each has said what it works by from its first day. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    if (settingsFromEnvironment(process.env).role === 'migrate') return;
    await openStudio(strapi);
    await openGuides(strapi);
  },
};
