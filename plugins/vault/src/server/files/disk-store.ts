import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { FileMissing, type FileStore } from './file-store';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Sealed files under a folder that only this user may enter, 256 sub-folders by the first two digits of the name. */
export function createDiskStore(root: string): FileStore {
  const placeOf = (id: string): string => {
    if (!uuid.test(id)) throw new FileMissing();
    return path.join(root, id.slice(0, 2), id);
  };
  return {
    write: async (id, sealed) => writeWhole(placeOf(id), sealed),
    read: (id) => readStream(placeOf(id)),
    remove: (id) => rm(placeOf(id), { force: true }),
    list: (before) => completeFiles(root, before),
  };
}

/**
 * Written under another name, brought to the disk, then renamed: a crash leaves a `.part`, never half a file. The draft is
 * opened before the first byte is asked for: a stream that opens by itself may still do so after a fault was cleaned up.
 */
async function writeWhole(file: string, sealed: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.part`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await writeAndSync(handle, sealed).finally(() => handle.close());
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeAndSync(handle: FileHandle, sealed: AsyncIterable<Buffer>): Promise<void> {
  await writeFile(handle, sealed);
  await handle.sync();
}

async function* readStream(file: string): AsyncGenerator<Buffer> {
  try {
    // Without an encoding a read stream yields buffers.
    for await (const chunk of createReadStream(file, { highWaterMark: 262_144 })) yield chunk as Buffer;
  } catch (error) {
    throw isMissing(error) ? new FileMissing() : error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

async function* completeFiles(root: string, before: Date): AsyncGenerator<string> {
  const folders = await readdir(root).catch(() => []);
  for (const folder of folders) {
    for (const name of await readdir(path.join(root, folder))) {
      const { mtime } = await stat(path.join(root, folder, name));
      if (mtime < before && uuid.test(name)) yield name;
    }
  }
}
