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
    synchronise: (afterSync) => bootUpToSync(boot.createApp(), afterSync),
  });
}

/** Boots no further than the schema sync: what follows is the bootstrap of plugins, whose own tables are not there. */
async function bootUpToSync(app: Core.Strapi, afterSync: () => Promise<void>): Promise<void> {
  await app.register();
  await new Promise<void>((resolve, reject) => {
    app.hook('strapi::content-types.afterSync').register(async () => {
      await afterSync();
      resolve();
      await new Promise(() => undefined);
    });
    app.bootstrap().catch(reject);
  });
}

syncContentTypes().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
