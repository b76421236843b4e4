import { createHash, randomUUID } from 'node:crypto';
import type { Reading } from '@linggong/audit';
import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { Keyring } from '../keys/keyring';
import { openFile, sealFile } from './file-cipher';
import type { FileStore } from './file-store';

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
  kind: string;
  subject: string;
}

export interface FileVault {
  putFile(tx: Queryable, file: NewFile, chunks: AsyncIterable<Buffer>): Promise<StoredFile>;
  /** @param reading of the entry that tells of it: `recordRead` of audit, for the kind `file` */
  getFile(id: string, reading: Reading): AsyncIterable<Buffer>;
  removeOrphans(before: Date): Promise<number>;
}

export function createFileVault(keyring: Keyring, store: FileStore, db: () => Queryable): FileVault {
  return {
    putFile: (tx, file, chunks) => putFile({ keyring, store }, tx, file, chunks),
    getFile: (id, reading) => {
      reading.demand('file');
      return getFile({ keyring, store }, db(), id);
    },
    removeOrphans: (before) => removeOrphans(store, db(), before),
  };
}

interface Place {
  readonly keyring: Keyring;
  readonly store: FileStore;
}

async function putFile(
  { keyring, store }: Place,
  tx: Queryable,
  file: NewFile,
  chunks: AsyncIterable<Buffer>,
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
  await store.write(id, sealFile(keyring, { id, kind: file.kind, subject: file.subject }, measured()));
  const sha256 = hash.digest();
  await tx.query(
    `INSERT INTO vault.files (id, kind, content_type, subject, sha256, bytes, key_number) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, file.kind, file.contentType, file.subject, sha256, bytes, keyring.current],
  );
  return { id, sha256: sha256.toString('hex'), bytes };
}

async function* getFile({ keyring, store }: Place, db: Queryable, id: string): AsyncGenerator<Buffer> {
  const row = await db.maybeOne<FileRow>('SELECT kind, subject FROM vault.files WHERE id = $1', [id]);
  if (!row) throw notFound({ zh: '文件', en: 'file' });
  yield* openFile(keyring, { id, ...row }, store.read(id));
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
