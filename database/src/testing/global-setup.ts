import { chmod, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { EmbeddedServer } from '../embedded';
import { startTestServer } from './test-server';

/** What the teardown needs. Jest runs both hooks in one process, but loads their modules apart: the global is the way. */
export interface TestRun {
  readonly server: EmbeddedServer;
  readonly dataFolder: string;
}

declare global {
  var linggongTestRun: TestRun | undefined;
}

/** Jest's globalSetup of the projects `pg` and `http`: one PostgreSQL for the run, in a temporary folder. */
export default async function globalSetup(): Promise<void> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'linggong-test-'));
  // The server's own account (where we are root) passes through this folder to its cluster.
  await chmod(dataFolder, 0o711);
  const server = await startTestServer(dataFolder);
  globalThis.linggongTestRun = { server, dataFolder };
}
