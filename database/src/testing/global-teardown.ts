import { rm } from 'node:fs/promises';
import './global-setup';

/** Stops the run's server and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  const run = globalThis.linggongTestRun;
  if (run) {
    await run.server.crash();
    await rm(run.dataFolder, { recursive: true, force: true });
  }
}
