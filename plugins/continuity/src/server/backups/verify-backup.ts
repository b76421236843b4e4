import { createHash } from 'node:crypto';
import { segmentsBetween, walObjectName, walObjectOf } from '../../domain';
import { getSealed, readWhole, type SealedStore } from '../store/sealed';
import type { Manifest } from './manifest';

const SEGMENT_OBJECT_BYTES_MAX = 1_100_000_000;

/**
 * Reads a backup back, whole: every part opens, has its checksum, and every segment of the log that it needs is there and has its
 * own. It proves what lies in the store; that it can be restored, only a restore proves (the weekly drill).
 * @throws ObjectMissing, PartBroken, FileBroken, WalMissing: the first fault
 */
export async function verifyBackup(
  sealed: SealedStore,
  manifest: Manifest,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<{ bytes: number }> {
  const total = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const part of manifest.parts) {
    for await (const chunk of getSealed(sealed, part.name, part)) progress((done += chunk.length), total);
  }
  for (const name of await walObjectsFor(sealed, manifest)) {
    const bytes = await readWhole(sealed.store, name, SEGMENT_OBJECT_BYTES_MAX);
    if (createHash('sha256').update(bytes).digest('hex') !== walObjectOf(name)?.sha256) throw new WalMissing(name);
  }
  return { bytes: done };
}

/** A segment that a base backup cannot do without is not in the store. */
export class WalMissing extends Error {
  constructor(readonly segment: string) {
    super(`the archive of the log lacks ${segment}`);
    this.name = 'WalMissing';
  }
}

/** Names of the stored segments between the start and the stop of a base backup. @throws WalMissing */
export async function walObjectsFor({ store }: Pick<SealedStore, 'store'>, manifest: Manifest): Promise<string[]> {
  if (!manifest.wal) return [];
  const stored = new Map<string, string>();
  for await (const { name } of store.list(`${manifest.system}/wal/`)) {
    const found = walObjectOf(name);
    if (found) stored.set(found.file, walObjectName(manifest.system, found));
  }
  const { first, last, segmentBytes } = manifest.wal;
  return segmentsBetween(first, last, segmentBytes).map((segment) => {
    const name = stored.get(segment);
    if (name === undefined) throw new WalMissing(segment);
    return name;
  });
}
