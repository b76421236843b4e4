import { readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import type { ClusterFile } from '../../domain';
import { isMissing } from '../missing';

const READ_BYTES = 1_048_576;
const SMALL_BYTES = 262_144;

/** What one part of a base backup holds. */
export interface PartContent {
  /** Folder that the paths of the files start from. */
  readonly root: string;
  readonly folders?: readonly string[];
  readonly files: readonly ClusterFile[];
  /** Small entries made by hand, such as backup_label. */
  readonly made?: readonly { readonly path: string; readonly bytes: Buffer }[];
  readonly compress: boolean;
  /** Told of every chunk that was read. */
  onBytes?(bytes: number): void;
}

/** One part as a tar stream, gzipped where asked for; never more than a few megabytes in memory. */
export function partStream(content: PartContent): AsyncIterable<Buffer> {
  const tar = pack();
  fill(tar, content).then(
    () => tar.finalize(),
    (error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  // What a tar stream gives are buffers; its types say "anything".
  if (!content.compress) return tar as AsyncIterable<Buffer>;
  const gzip = createGzip({ level: 1, chunkSize: 262_144 });
  // tar-stream is built on streamx; errors do not travel along a pipe by themselves.
  tar.on('error', (error) => gzip.destroy(error));
  return tar.pipe(gzip);
}

async function fill(tar: Pack, { root, folders = [], files, made = [], onBytes }: PartContent): Promise<void> {
  for (const name of folders) await entry(tar, { name, type: 'directory', mode: 0o700 });
  for (const file of files) await addFile(tar, root, file, onBytes);
  for (const { path: name, bytes } of made) await entry(tar, { name, mode: 0o600 }, bytes);
}

function entry(tar: Pack, header: { name: string; type?: 'directory'; mode: number }, bytes?: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown): void =>
      error ? reject(error instanceof Error ? error : new Error('tar')) : resolve();
    if (bytes) tar.entry(header, bytes, done);
    else tar.entry(header, done);
  });
}

/** A file that was removed meanwhile is left out; its removal stands in the log. */
async function addFile(tar: Pack, root: string, file: ClusterFile, onBytes?: (bytes: number) => void): Promise<void> {
  const place = path.join(root, file.path);
  if (file.bytes <= SMALL_BYTES) return addSmall(tar, place, file, onBytes);
  const handle = await open(place, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!handle) return;
  try {
    await copyInto(tar, handle, file, onBytes);
  } finally {
    await handle.close();
  }
}

/** A cluster has thousands of small files: three waits for each would take longer than their bytes. */
async function addSmall(
  tar: Pack,
  place: string,
  { path: name, bytes }: ClusterFile,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  const content = readOrNone(place);
  if (!content) return;
  // As long as it was at the listing, see below.
  const exact = Buffer.alloc(bytes);
  content.copy(exact);
  onBytes?.(bytes);
  // Through a sink: a whole buffer would be taken without regard to how much waits already.
  const finished = deferred();
  tar
    .entry({ name, size: bytes, mode: 0o600 }, (error) => (error ? finished.reject(error) : finished.resolve()))
    .end(exact);
  await finished.promise;
}

function readOrNone(place: string): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * The head of a tar entry names its length, so exactly the bytes that were there at the listing are copied: what was added is
 * in the log, and a file that was cut off meanwhile is filled up with zeros, as pg_basebackup does.
 */
async function copyInto(
  tar: Pack,
  handle: FileHandle,
  { path: name, bytes }: ClusterFile,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  const finished = deferred();
  const sink = tar.entry({ name, size: bytes, mode: 0o600 }, (error) =>
    error ? finished.reject(error) : finished.resolve(),
  );
  // A destroyed tar ends every wait below through this promise.
  finished.promise.catch(() => undefined);
  for (let at = 0; at < bytes;) {
    const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, bytes - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    const chunk = bytesRead === 0 ? buffer.fill(0) : buffer.subarray(0, bytesRead);
    at += chunk.length;
    onBytes?.(chunk.length);
    if (!sink.write(chunk))
      await Promise.race([new Promise<void>((resolve) => sink.once('drain', resolve)), finished.promise]);
  }
  sink.end(undefined);
  await finished.promise;
}

function deferred(): { promise: Promise<void>; resolve(): void; reject: (error: unknown) => void } {
  let resolve = (): void => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = () => yes();
    reject = no;
  });
  return { promise, resolve, reject };
}
