import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { migrate } from '../migrations';
import { repositoryRoot } from '../repository';

/**
 * Entry of a process that makes the content-type tables alone, with no plugin's migrations: what `testDatabase({ only })`
 * clones when a named plugin has constraints on them. It works while other plugins do not build, so the guard is off.
 */
async function syncContentTypes(): Promise<void> {
  const compiled = path.join(repositoryRoot, 'cms', 'dist', 'src');
  const guard: { requireEveryPlugin(): void } = require(path.join(compiled, 'plugin-guard.js'));
  guard.requireEveryPlugin = () => undefined;
  const boot: { createApp(): Core.Strapi } = require(path.join(compiled, 'boot.js'));
  await migrate({
    ownerUrl: process.env['DATABASE_URL'] ?? '',
    only: [],
    synchronise: async (afterSync) => {
      const app = boot.createApp();
      await app.register();
      app.hook('strapi::content-types.afterSync').register(afterSync);
      await app.bootstrap();
    },
  });
}

syncContentTypes().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
