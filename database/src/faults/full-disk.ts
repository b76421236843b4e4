import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diskRoom, keepBallast } from '../embedded';
import { watchDisk } from '../supervisor/disk-watch';
import type { FaultWorld } from './fault-world';
import { passwordOf } from './world-order';

/** Room of the small disk, in MB: a cluster, its write-ahead log of some batches, and the ballast. */
const diskMb = 1_500;
const ballastMb = 64;
const fillerName = 'filler';

/** Runs work on a small disk of its own (tmpfs). @throws Error where we are not root, who alone may mount one */
export async function onSmallDisk<R>(work: (folder: string) => Promise<R>): Promise<R> {
  if (process.getuid?.() !== 0) throw new Error('a small disk can be mounted by root only');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m,mode=0711`, 'tmpfs', folder]);
  try {
    return await work(folder);
  } finally {
    // Lazily: whatever still has a file of it open ends with this process.
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  }
}

/** How long the disk stays full before anybody does something about it. */
const fullMs = 4_000;

/**
 * Fills the disk to its last byte under the running platform, has PostgreSQL meet that wall, and leaves it so for some seconds.
 * Then the supervisor's own watch does what it does: it lets go of the ballast and starts the server again. Only after that
 * the disk is emptied and the ballast made anew.
 */
export async function fillDisk(world: FaultWorld): Promise<void> {
  await keepBallast(world.folder, ballastMb);
  const filler = path.join(world.folder, fillerName);
  fill(filler);
  await meetTheWall(world);
  await demandRefusals(world);
  const { ballastBytes } = await diskRoom(world.folder);
  if (ballastBytes === 0) throw new Error('there was no ballast to let go of');
  const watch = watchDisk(world.folder, 0);
  await watch.revive(() => world.startAgain());
  watch.stop();
  if ((await diskRoom(world.folder)).ballastBytes > 0) throw new Error('the ballast was not let go of');
  rmSync(filler);
}

/** More segments than a small disk can hold in store. */
const segmentsMax = 200;

/** Asks for segments of the write-ahead log until there is no room for one: PostgreSQL ends that in PANIC. */
async function meetTheWall(world: FaultWorld): Promise<void> {
  for (let segment = 0; segment < segmentsMax; segment += 1) {
    try {
      await world.asSuperuser(
        `SELECT pg_logical_emit_message(true, 'faults', repeat('x', 1000)); SELECT pg_switch_wal()`,
      );
    } catch {
      return;
    }
  }
  throw new Error('the disk is full, and PostgreSQL has not noticed');
}

/**
 * While the disk is full the platform says so: every answer to somebody who signs in (which writes) is a 503 that says what is
 * the matter, and none is a fault. @throws Error otherwise
 */
async function demandRefusals({ base, enterprises }: FaultWorld): Promise<void> {
  const identifier = `faults.enterprise-${enterprises[0]?.id ?? 0}`;
  const heard: string[] = [];
  for (const end = performance.now() + fullMs; performance.now() < end; await pause(500)) {
    const answer = await fetch(`${base}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier, password: passwordOf(identifier) }),
    });
    // Every answer of the API is a JSON object.
    const body = (await answer.json()) as { code?: string };
    heard.push(`${answer.status} ${body.code ?? ''}`);
  }
  process.stdout.write(`  while the disk was full: ${heard.join(', ')}\n`);
  if (!heard.every((one) => /^503 (storage-full|database-away)$/.test(one)))
    throw new Error('not every answer was a clear 503');
}

function fill(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  for (const bytes of [16 << 20, 1 << 20, 64 << 10, 4 << 10]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(bytes, 1));
    } catch {
      // No room for a piece of this size any more: the rest is filled with smaller ones.
    }
  }
}
