import { createHash, randomUUID } from 'node:crypto';
import type { Reading } from '@linggong/audit';
import type { Command, Database, Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { Admitted } from '../intake/admitted';
import type { DataKeys } from '../keys/data-key';
import type { Keyring } from '../keys/keyring';
import { filePurged, removePurgedBytes } from '../retention/purge-files';
import { newFileSecret, openEnveloped, sealEnveloped } from './enveloped-file';
import { unwrapFileKey, wrapFileKey } from './file-key';
import type { FileStore } from './file-store';
import { openFile } from './ring-file';

export interface NewFile {
  /** What it is, such as `payout-sheet`; bound into the seal. */
  readonly kind: string;
  readonly contentType: string;
  /** Whose it is, such as `settlement-batch:12`; bound into the seal. */
  readonly subject: string;
}

export interface StoredFile {
  readonly id: string;
  /** SHA-256 of the clear bytes, hex. */
  readonly sha256: string;
  /** Length of the clear bytes. */
  readonly bytes: number;
}

interface FileRow {
  readonly kind: string;
  readonly subject: string;
  readonly purgedAt: Date | null;
  /** Null for a file that still lies directly under a key of the ring. */
  readonly wrappedKey: Buffer | null;
}

export interface FileVault {
  /** @param content what the gate let in, or the platform wrote itself */
  putFile(tx: Queryable, file: NewFile, content: Admitted): Promise<StoredFile>;
  /** @param reading of the entry that tells of it: `recordRead` of audit, for the kind `file` */
  getFile(id: string, reading: Reading): AsyncIterable<Buffer>;
  removeOrphans(before: Date): Promise<number>;
  /** Takes away the bytes of files whose term was over, with an entry each class. @returns how many */
  removePurged(database: Database, command: Command): Promise<number>;
}

/** Where files lie, and what opens them: their own keys under data keys, and the ring for those that have none yet. */
export interface FilePlace {
  readonly keyring: Keyring;
  readonly dataKeys: DataKeys;
  readonly store: FileStore;
}

export function createFileVault(place: FilePlace, db: () => Queryable): FileVault {
  return {
    putFile: (tx, file, content) => putFile(place, tx, file, content),
    getFile: (id, reading) => {
      reading.demand('file');
      return getFile(place, db(), id);
    },
    removeOrphans: (before) => removeOrphans(place.store, db(), before),
    removePurged: (database, command) => removePurgedBytes(database, place.store, command),
  };
}

async function putFile(
  { dataKeys, store }: FilePlace,
  tx: Queryable,
  file: NewFile,
  { chunks }: Admitted,
): Promise<StoredFile> {
  const id = randomUUID();
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const identity = { id, kind: file.kind, subject: file.subject };
  const dataKey = dataKeys.current('files');
  const secret = newFileSecret();
  await store.write(id, sealEnveloped(dataKey.suite, secret, identity, measured()));
  const sha256 = hash.digest();
  await tx.query(
    `INSERT INTO vault.files (id, kind, content_type, subject, sha256, bytes, wrapped_key) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, file.kind, file.contentType, file.subject, sha256, bytes, wrapFileKey(dataKey, identity, secret)],
  );
  return { id, sha256: sha256.toString('hex'), bytes };
}

async function* getFile({ keyring, dataKeys, store }: FilePlace, db: Queryable, id: string): AsyncGenerator<Buffer> {
  const row = await db.maybeOne<FileRow>(
    'SELECT kind, subject, purged_at AS "purgedAt", wrapped_key AS "wrappedKey" FROM vault.files WHERE id = $1',
    [id],
  );
  if (!row) throw notFound({ zh: '文件', en: 'file' });
  const { kind, subject, purgedAt, wrappedKey } = row;
  if (purgedAt) throw filePurged();
  const file = { id, kind, subject };
  if (wrappedKey === null) yield* openFile(keyring, file, store.read(id));
  else yield* openEnveloped(unwrapFileKey(dataKeys, file, wrappedKey), file, store.read(id));
}

/** A file is written before its row is committed; one whose transaction failed has no row and goes. @returns how many */
async function removeOrphans(store: FileStore, db: Queryable, before: Date): Promise<number> {
  let removed = 0;
  for await (const id of store.list(before)) {
    const row = await db.maybeOne('SELECT 1 FROM vault.files WHERE id = $1', [id]);
    if (row) continue;
    await store.remove(id);
    removed += 1;
  }
  return removed;
}
