import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import type { BackupStore } from '../store/backup-store';
import { inLanes } from './base-backup';

const FILES_A_CALL = 1_000;
const FILES_AT_ONCE = 4;

/** Private files as the vault keeps them: sealed already, so they are copied as they are. */
export interface SealedFiles {
  read(id: string): AsyncIterable<Buffer>;
}

interface FileRow {
  readonly id: string;
  readonly storedAt: Date;
}

export const fileObjectName = (system: string, id: string): string => `${system}/files/${id.slice(0, 2)}/${id}`;

/**
 * Copies private files (保险库文件) that the store does not have yet, each once. The newest hour is looked at again: a transaction
 * that was slow to commit shows its file late.
 * @returns how many were copied; as many as one call takes where more wait
 */
export async function copyFiles(
  store: BackupStore,
  files: SealedFiles,
  db: Queryable,
  system: string,
  at: Date,
): Promise<number> {
  const missing = await db.query<FileRow>(
    `SELECT f.id, f.stored_at AS "storedAt" FROM vault.published_files f
      WHERE f.stored_at > coalesce((SELECT max(stored_at) FROM continuity.file_copies), '-infinity') - interval '1 hour'
        AND NOT EXISTS (SELECT FROM continuity.file_copies c WHERE c.file_id = f.id)
      ORDER BY f.stored_at, f.id LIMIT ${FILES_A_CALL}`,
  );
  await inLanes(missing, FILES_AT_ONCE, (file) => copyFile(store, files, db, system, file, at));
  return missing.length;
}

async function copyFile(
  store: BackupStore,
  files: SealedFiles,
  db: Queryable,
  system: string,
  { id, storedAt }: FileRow,
  at: Date,
): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of files.read(id)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await store.put(fileObjectName(system, id), measured());
  await db.query(
    `INSERT INTO continuity.file_copies (file_id, stored_at, bytes, sha256, copied_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [id, storedAt, bytes, hash.digest('hex'), at],
  );
}
