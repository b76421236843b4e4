import { createReadStream, type Stats } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../missing';
import { checkName, ObjectMissing, type BackupStore, type StoredObject } from './backup-store';

/** Writes of at least so many bytes: the sealed pieces that arrive are small. */
const WRITE_BYTES = 1_048_576;
const DRAFT = '.part';

/** Backups in a folder that only this user may enter; better a mounted one of another machine than the database's own disk. */
export function createDiskStore(folder: string): BackupStore {
  const placeOf = (name: string): string => path.join(folder, checkName(name));
  return {
    kind: 'disk',
    place: folder,
    put: (name, chunks) => writeWhole(placeOf(name), chunks),
    get: (name) => readFileWhole(placeOf(name), name),
    list: (prefix, withDrafts = false) => listUnder(folder, prefix, withDrafts),
    remove: (name) => rm(placeOf(name), { force: true }),
  };
}

/** Written under another name, brought to the disk, then renamed, and the folder synced: a power cut leaves the old or the new. */
async function writeWhole(file: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const parent = path.dirname(file);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const draft = `${file}${DRAFT}`;
  const handle = await open(draft, 'w', 0o600);
  try {
    try {
      await writeGathered(handle, chunks);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    await syncFolder(parent);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeGathered(handle: FileHandle, chunks: AsyncIterable<Buffer>): Promise<void> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    bytes = 0;
    await writeAll(handle, batch);
  };
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= WRITE_BYTES) await flush();
  }
  if (bytes > 0) await flush();
}

/** `writev` may write less than it was given. */
async function writeAll(handle: FileHandle, buffers: Buffer[]): Promise<void> {
  const { bytesWritten } = await handle.writev(buffers);
  let skip = bytesWritten;
  for (const buffer of buffers) {
    if (skip >= buffer.length) {
      skip -= buffer.length;
      continue;
    }
    for (let at = skip; at < buffer.length;) at += (await handle.write(buffer, at)).bytesWritten;
    skip = 0;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself has to do.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function* readFileWhole(file: string, name: string): AsyncGenerator<Buffer> {
  try {
    // Without an encoding a read stream yields buffers.
    for await (const chunk of createReadStream(file, { highWaterMark: WRITE_BYTES })) yield chunk as Buffer;
  } catch (error) {
    throw isMissing(error) ? new ObjectMissing(name) : error;
  }
}

async function* listUnder(folder: string, prefix: string, withDrafts: boolean): AsyncGenerator<StoredObject> {
  const entries = await readdir(path.join(folder, prefix), { withFileTypes: true }).catch(noneWhereMissing);
  for (const entry of entries) {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) yield* listUnder(folder, `${name}/`, withDrafts);
    else if (withDrafts || !name.endsWith(DRAFT)) {
      const found = await statOf(path.join(folder, name));
      if (found) yield { name, bytes: found.size, at: found.mtime };
    }
  }
}

/** Undefined where another one removed it since its folder was read. */
function statOf(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

function noneWhereMissing(error: unknown): [] {
  if (isMissing(error)) return [];
  throw error;
}
