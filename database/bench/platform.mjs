import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Boots the built platform in this process and opens its API; queues run when they are drained. */
export async function bootPlatform() {
  const app = require('../../cms/dist/src/boot.js').createApp();
  await app.load();
  // Draining a long queue keeps this process busy; a connection that the server closed meanwhile would fail the next call.
  app.server.httpServer.keepAliveTimeout = 3_600_000;
  const api = await require('../dist/demo/api-client.js').openApi(app);
  const jobs = require('@linggong/jobs').jobsOf(app);
  const core = require('@linggong/core');
  return {
    app,
    api,
    jobs,
    db: core.databaseOf(app),
    clock: core.clockOf(app),
    close: async () => {
      await api.close();
      await app.destroy();
    },
  };
}

/** The enterprise of the bench; its id is kept for the second process. */
export const asEnterprise = (enterpriseId) => ({ role: 'enterprise', enterpriseId });

export function chunksOf(items, size) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
