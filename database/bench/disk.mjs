// What the disk alone takes to keep a page, fifty times a second: below this no answer can come that waits for a commit.
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PAGE = Buffer.alloc(8192);
const PAGES = 2_000;

/** @returns the 99th percentile and the longest of so many seconds, in milliseconds */
export async function diskPace(seconds, perSecond) {
  const folder = await mkdtemp(path.join(tmpdir(), 'linggong-disk-'));
  const file = await open(path.join(folder, 'pages'), 'w');
  const took = [];
  try {
    for (let index = 0; index < seconds * perSecond; index += 1) {
      const begun = performance.now();
      await file.write(PAGE, 0, PAGE.length, (index % PAGES) * PAGE.length);
      await file.datasync();
      took.push(performance.now() - begun);
      await wait(Math.max(0, 1000 / perSecond - (took.at(-1) ?? 0)));
    }
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
  took.sort((one, other) => one - other);
  return { p99: Math.round(took[Math.ceil(took.length * 0.99) - 1]), max: Math.round(took.at(-1)) };
}

/** Milliseconds since the machine began in which every process that had work waited for the disk, as Linux counts them; where it does not, 0. */
export async function waitedForDisk() {
  const told = await readFile('/proc/pressure/io', 'utf8').catch(() => '');
  return Number(/full .*total=(\d+)/.exec(told)?.[1] ?? 0) / 1000;
}
