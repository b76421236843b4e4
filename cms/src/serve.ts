import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment } from '@linggong/config';
import { createApp } from './boot';

/**
 * Entry of the web and worker process (LINGGONG_ROLE=all|web|worker, DATABASE_URL of linggong_app). A worker loads the
 * plugins, which start its queues, and listens on no port.
 */
async function serve(): Promise<void> {
  const settings = settingsFromEnvironment(process.env);
  const app = createApp();
  stopOnSignal(app, settings.stopTimeoutSeconds);
  if (settings.role === 'worker') {
    await app.load();
  } else {
    await app.start();
  }
  process.send?.('serving');
}

/** Lets requests and jobs under way end, then closes pools. A supervisor that died stops us too: nobody would restart us. */
function stopOnSignal(app: Core.Strapi, timeoutSeconds: number): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), timeoutSeconds * 1000).unref();
    await endRequests(app, (timeoutSeconds * 1000) / 2);
    await app.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Strapi's own handler destroys at once, cutting requests off, and a second destroy throws.
    process.removeAllListeners(signal);
    process.on(signal, () => void stop());
  }
  process.on('disconnect', () => void stop());
}

/** Takes no new connection, waits for the open requests, and closes what is still open after `limitMs`. */
async function endRequests(app: Core.Strapi, limitMs: number): Promise<void> {
  const { httpServer } = app.server;
  if (!httpServer.listening) return;
  const closed = new Promise((resolve) => httpServer.close(resolve));
  httpServer.closeIdleConnections();
  const limit = setTimeout(() => httpServer.closeAllConnections(), limitMs);
  await closed;
  clearTimeout(limit);
}

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
