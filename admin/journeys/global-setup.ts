import { chmod, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import buildPages from './build-pages';
import { foundedVariable } from './founded-demo';

/** Jest's globalSetup of the journeys: pages that are built, and a place for the demo that the first journey has founded. */
export default async function globalSetup(): Promise<void> {
  buildPages();
  const place = await mkdtemp(path.join(os.tmpdir(), 'linggong-founded-'));
  // The database's own account (where we are root) passes through this folder to its cluster.
  await chmod(place, 0o711);
  process.env[foundedVariable] = place;
}
