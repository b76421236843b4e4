import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** Where the founded demo of this run lies: set by Jest's globalSetup of the journeys, for all their processes. */
export const foundedVariable = 'LINGGONG_FOUNDED_DEMO';

/** Founding takes minutes on a busy machine. */
const waitLimitMs = 20 * 60_000;

/**
 * Copies the founded demo of this run into a folder. The first who asks has it founded, the others wait for it; nobody works in the
 * original, so that no journey sees what another did.
 * @param found founds the demo in an empty folder; returns what the platform said
 * @returns what was said when it was founded
 * @throws Error as `found` does, or where another process began to found it and never ended
 */
export async function copyFounded(folder: string, found: (folder: string) => Promise<string>): Promise<string> {
  const founded = await foundedOnce(placeOfRun(), found);
  // Owners and modes stay: the cluster is the database account's, and the key ring is for our eyes alone.
  await promisify(execFile)('cp', ['-a', '--reflink=auto', `${founded}/.`, folder]);
  // A database server comes back at the port that it had, and two copies would want the same: each takes one of its own.
  await rm(path.join(folder, 'postgres', 'linggong.conf'), { force: true });
  return readFile(`${founded}.said`, 'utf8');
}

function placeOfRun(): string {
  const place = process.env[foundedVariable];
  if (place === undefined) throw new Error('No place for a founded demo: only a file *.e2e.test.ts starts a platform.');
  return place;
}

/** The folder `founded` appears only when it is whole. */
async function foundedOnce(place: string, found: (folder: string) => Promise<string>): Promise<string> {
  const founded = path.join(place, 'founded');
  const building = path.join(place, 'building');
  const end = performance.now() + waitLimitMs;
  while (!existsSync(founded)) {
    if (await isFirst(building)) await build(building, founded, found);
    else await new Promise((resolve) => setTimeout(resolve, 250));
    if (performance.now() > end) throw new Error('the demo that others were founding never came');
  }
  return founded;
}

/** Of all who make this folder one succeeds. */
function isFirst(building: string): Promise<boolean> {
  return mkdir(building).then(
    () => true,
    () => false,
  );
}

/** Where it fails nothing is left, so that the next who asks tries it himself. */
async function build(building: string, founded: string, found: (folder: string) => Promise<string>): Promise<void> {
  if (existsSync(founded)) {
    await rm(building, { recursive: true });
    return;
  }
  try {
    await chmod(building, 0o711);
    await writeFile(`${founded}.said`, await found(building), { mode: 0o600 });
    await rename(building, founded);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}
