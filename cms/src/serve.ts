import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment, type Settings } from '@linggong/config';
import { databaseOf, readinessOf } from '@linggong/core';
import { administratorsInPlace, type ServingReport } from '@linggong/database';
import { jobsOf } from '@linggong/jobs';
import { createApp } from './boot';
import { frontWithTls, redirectServer } from './front';
import { sweepWhenIdle } from './idle-sweep';
import { waitingBatches } from './waiting-batches';
import { serveWorkerHealth } from './worker-health';

/** How often a platform that is not founded yet looks whether it is. */
const foundedEveryMs = 2_000;

/**
 * Entry of the web and worker process (LINGGONG_ROLE=all|web|worker, DATABASE_URL of linggong_app). A worker serves nothing but
 * its health, at LINGGONG_HEALTH_PORT; a web process runs no queue.
 */
async function serve(): Promise<void> {
  const settings = settingsFromEnvironment(process.env);
  const app = createApp();
  stopOnSignal(app, settings.stopTimeoutSeconds);
  await app.load();
  if (settings.role !== 'web') await jobsOf(app).start();
  if (settings.role !== 'worker') await listen(app, settings.http);
  else if (settings.healthPort !== undefined) await serveWorkerHealth(app, settings.http.host, settings.healthPort);
  await markReadyOnceFounded(app);
  const report: ServingReport = { kind: 'serving', waiting: await waitingBatches(databaseOf(app)) };
  process.send?.(report);
  sweepWhenIdle(globalThis.gc);
}

/** At one port: TLS where it is configured, else plain http for a proxy or this machine. */
async function listen(app: Core.Strapi, { host, tls }: Settings['http']): Promise<void> {
  if (tls !== undefined) frontWithTls(app.server.httpServer, tls, app.log);
  await app.listen();
  const redirect = tls?.redirect;
  if (redirect === undefined) return;
  const server = redirectServer(redirect.publicUrl);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(redirect.port, host, resolve));
}

/** `/_ready` turns to 200 once the three administrators are in place; the demo opens their accounts last of all. */
async function markReadyOnceFounded(app: Core.Strapi): Promise<void> {
  if (await administratorsInPlace(databaseOf(app))) {
    readinessOf(app).markReady();
  } else {
    setTimeout(() => void markReadyOnceFounded(app).catch((error) => app.log.error(error)), foundedEveryMs).unref();
  }
}

/** Lets requests and jobs under way end, then closes pools. A supervisor that died stops us too: nobody would restart us. */
function stopOnSignal(app: Core.Strapi, timeoutSeconds: number): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), timeoutSeconds * 1000).unref();
    await endRequests(app, (timeoutSeconds * 1000) / 2);
    // Stopped while it was still loading, there is not everything yet that destroying asks for; and nothing to lose.
    if (app.isLoaded) await app.destroy();
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
