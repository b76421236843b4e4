import { z } from 'zod';
import { FileBroken } from '@linggong/vault';
import { ObjectMissing } from '../store/backup-store';
import { openBytes, readWhole, sealBytes, type SealedStore } from '../store/sealed';

const partSchema = z.strictObject({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
});

const walSchema = z.strictObject({
  timeline: z.int().min(1),
  startLsn: z.string(),
  stopLsn: z.string(),
  /** Segments from the first to the last are needed to make the base whole. */
  first: z.string(),
  last: z.string(),
  segmentBytes: z.int(),
});

/** What a backup consists of (备份清单). It is written last: without one there is no backup. */
export const manifestSchema = z.strictObject({
  form: z.literal(1),
  code: z.string(),
  method: z.enum(['base', 'dump']),
  /** System identifier of the cluster: two installations may share a store. */
  system: z.string(),
  /** Version of the server, such as 18.4. */
  server: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  compressed: z.boolean(),
  parts: z.array(partSchema).min(1),
  /** Bytes before sealing. */
  clearBytes: z.int(),
  wal: walSchema.optional(),
  migrations: z.array(z.strictObject({ plugin: z.string(), name: z.string(), sha256: z.string() })),
});

export type Manifest = z.output<typeof manifestSchema>;
export type WalRange = z.output<typeof walSchema>;

const MANIFEST_BYTES_MAX = 4 * 1_048_576;

export const backupFolder = (system: string, code: string): string => `${system}/backups/${code}`;
const manifestName = (system: string, code: string): string => `${backupFolder(system, code)}/manifest`;

export async function putManifest({ store, keyring }: SealedStore, manifest: Manifest): Promise<void> {
  const name = manifestName(manifest.system, manifest.code);
  const sealed = await sealBytes(keyring, name, Buffer.from(JSON.stringify(manifestSchema.parse(manifest))));
  await store.put(name, once(sealed));
}

/** @throws ObjectMissing, FileBroken (another key ring, or changed), ZodError */
export async function getManifest({ store, keyring }: SealedStore, system: string, code: string): Promise<Manifest> {
  const name = manifestName(system, code);
  const clear = await openBytes(keyring, name, await readWhole(store, name, MANIFEST_BYTES_MAX));
  return manifestSchema.parse(JSON.parse(clear.toString('utf8')));
}

interface Manifests {
  readonly manifests: readonly Manifest[];
  /** Codes of those that do not open: another key, changed bytes, or gone meanwhile. */
  readonly unreadable: readonly string[];
  /** Of the first of them. */
  readonly fault?: unknown;
}

/** Every manifest that opens: one broken backup must not hide the others. @throws what the store itself throws */
export async function readManifests(
  sealed: SealedStore,
  found: readonly { readonly system: string; readonly code: string }[],
): Promise<Manifests> {
  const manifests: Manifest[] = [];
  const unreadable: string[] = [];
  let first: unknown;
  for (const { system, code } of found) {
    try {
      manifests.push(await getManifest(sealed, system, code));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      first ??= error;
      unreadable.push(code);
    }
  }
  return { manifests, unreadable, fault: first };
}

function isUnreadable(error: unknown): boolean {
  const kinds = [FileBroken, ObjectMissing, RangeError, SyntaxError, z.ZodError];
  return kinds.some((kind) => error instanceof kind);
}

const ofManifest = /^(\d{1,20})\/backups\/([^/]+)\/manifest$/;

/** Codes of all finished backups of a store, or of one installation in it. */
export async function backupsIn(
  { store }: Pick<SealedStore, 'store'>,
  system?: string,
): Promise<{ system: string; code: string }[]> {
  const found: { system: string; code: string }[] = [];
  const prefix = system === undefined ? '' : `${system}/backups/`;
  for await (const { name } of store.list(prefix)) {
    const [, owner, code] = ofManifest.exec(name) ?? [];
    if (owner !== undefined && code !== undefined) found.push({ system: owner, code });
  }
  return found;
}

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
