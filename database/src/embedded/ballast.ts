import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open, rename, statfs } from 'node:fs/promises';
import path from 'node:path';

/**
 * A file that only takes room (压舱文件): PostgreSQL on a full disk shuts down and cannot finish its recovery until room is
 * made, and on a full disk nobody can make any in a hurry. Letting go of this one always does.
 */
const ballastName = 'ballast';

const mebibyte = 1024 * 1024;

/** Below this PostgreSQL may fail at its next segment of the write-ahead log (16 MB). */
const fullBytes = 24 * mebibyte;

export interface DiskRoom {
  readonly freeBytes: number;
  /** So little is left that PostgreSQL cannot be expected to write. */
  readonly isFull: boolean;
  /** 0 where the ballast was released, or never made. */
  readonly ballastBytes: number;
}

export async function diskRoom(dataFolder: string): Promise<DiskRoom> {
  const { bavail, bsize } = await statfs(dataFolder);
  const freeBytes = bavail * bsize;
  return { freeBytes, isFull: freeBytes < fullBytes, ballastBytes: sizeOf(path.join(dataFolder, ballastName)) };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Makes the ballast where it is missing and there is ample room, three times its size. Random bytes: a file system that
 * compresses or leaves holes would keep no room with zeros. @returns whether it stands
 */
export async function keepBallast(dataFolder: string, megabytes: number): Promise<boolean> {
  const { freeBytes, ballastBytes } = await diskRoom(dataFolder);
  if (ballastBytes > 0) return true;
  if (megabytes === 0 || freeBytes < 3 * megabytes * mebibyte) return false;
  const file = path.join(dataFolder, ballastName);
  // Under its name only when whole: cut short, it is begun anew.
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    for (let written = 0; written < megabytes; written += 1) await handle.write(randomBytes(mebibyte));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  return true;
}

/** Lets go of the ballast. @returns the bytes that this freed */
export function releaseBallast(dataFolder: string): number {
  const files = [ballastName, `${ballastName}.new`].map((name) => path.join(dataFolder, name));
  const freed = files.reduce((sum, file) => sum + sizeOf(file), 0);
  for (const file of files) rmSync(file, { force: true });
  return freed;
}
