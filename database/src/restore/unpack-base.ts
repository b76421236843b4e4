import { closeSync, fchownSync, openSync, writeFileSync } from 'node:fs';
import { chown, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import { getSealed, inLanes, type Manifest, type SealedStore } from '@linggong/continuity';
import { StartProblem } from '../start-problem';
import type { SystemAccount } from '../embedded/system-account';

const PARTS_AT_ONCE = 2;
const SMALL_BYTES = 262_144;

type Entry = Extract extends AsyncIterable<infer E> ? E : never;

/** @throws StartProblem where the folder has anything in it: a restore never overwrites */
export async function refuseFilled(folder: string): Promise<void> {
  // A folder that cannot be looked into is not an empty one.
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (found.length > 0) {
    throw new StartProblem({
      zh: `目标目录 ${folder} 不是空的，恢复不会覆盖任何内容。请指定一个空目录或不存在的目录。`,
      en: `The folder ${folder} is not empty, and a restore overwrites nothing. Name an empty or a new one.`,
    });
  }
}

/**
 * Puts the files of a base backup into a new data folder that is there, checked part by part against the manifest. The cluster belongs to the
 * account that the server runs as; the secrets beside it to us.
 * @throws PartBroken, FileBroken, ObjectMissing: the folder is then of no use and is the caller's to remove
 */
export async function unpackBase(
  sealed: SealedStore,
  manifest: Manifest,
  into: string,
  account: SystemAccount | undefined,
): Promise<void> {
  const target: Target = { into, account, folders: new Map() };
  await ownedFolder(target, 'postgres');
  await inLanes(manifest.parts, PARTS_AT_ONCE, async (part) => {
    const isControl = part.name.endsWith('/control');
    const clear = getSealed(sealed, part.name, part);
    await unpack(manifest.compressed && !isControl ? gunzipped(clear) : clear, isControl ? '' : 'postgres/', target);
  });
}

interface Target {
  readonly into: string;
  readonly account: SystemAccount | undefined;
  /** Folders that were made: two parts may need the same one at the same time. */
  readonly folders: Map<string, Promise<void>>;
}

async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 262_144 });
  const fed = pipeline(Readable.from(chunks), gunzip);
  fed.catch(() => undefined);
  // A gunzip stream yields buffers.
  for await (const chunk of gunzip) yield chunk as Buffer;
  await fed;
}

async function unpack(tar: AsyncIterable<Buffer>, prefix: string, target: Target): Promise<void> {
  const entries = extract();
  const fed = pipeline(Readable.from(tar, { objectMode: false }), entries);
  fed.catch(() => undefined);
  for await (const entry of entries) await place(entry, `${prefix}${entry.header.name}`.replace(/\/$/, ''), target);
  await fed;
}

async function place(entry: Entry, name: string, target: Target): Promise<void> {
  if (path.normalize(name) !== name || name.startsWith('..') || path.isAbsolute(name)) {
    throw new Error('an entry of the backup points outside of the folder');
  }
  if (entry.header.type === 'directory') {
    await ownedFolder(target, name);
    entry.resume();
    return;
  }
  const isOfCluster = name.startsWith('postgres/');
  if (isOfCluster) await ownedFolder(target, path.dirname(name));
  const owner = isOfCluster ? target.account : undefined;
  const file = path.join(target.into, name);
  if (entry.header.size <= SMALL_BYTES) await writeSmall(file, entry, owner);
  else await writeLarge(file, entry, owner);
}

/** A cluster has thousands of small files: four waits for each would take longer than their bytes. This process does nothing else. */
async function writeSmall(file: string, entry: Entry, owner: SystemAccount | undefined): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, Buffer.concat(chunks));
    if (owner) fchownSync(handle, owner.uid, owner.gid);
  } finally {
    closeSync(handle);
  }
}

async function writeLarge(file: string, entry: Entry, owner: SystemAccount | undefined): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of entry) await handle.writeFile(chunk as Buffer);
    if (owner) await handle.chown(owner.uid, owner.gid);
  } finally {
    await handle.close();
  }
}

/** A folder of the cluster, and those above it. */
function ownedFolder(target: Target, name: string): Promise<void> {
  const known = target.folders.get(name);
  if (known) return known;
  const making = makeFolder(target, name);
  target.folders.set(name, making);
  return making;
}

async function makeFolder(target: Target, name: string): Promise<void> {
  const above = path.dirname(name);
  if (above !== '.') await ownedFolder(target, above);
  const folder = path.join(target.into, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (target.account) await chown(folder, target.account.uid, target.account.gid);
}
