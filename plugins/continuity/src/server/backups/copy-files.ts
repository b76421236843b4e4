import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import { FileMissing } from '@linggong/vault';
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

/** How long a file that was not there is left alone: somebody may put it back. */
const LOST_AGAIN = '1 hour';

/** One installation's files in one store. */
interface Place {
  readonly store: BackupStore;
  readonly system: string;
}

/**
 * Copies private files (保险库文件) that this store does not have yet, each once. The newest hour is looked at again: a transaction
 * that was slow to commit shows its file late. A file that the data folder has lost is put on record as lost and holds up nothing.
 * @returns how many were dealt with; as many as one call takes where more wait
 */
export async function copyFiles(
  store: BackupStore,
  files: SealedFiles,
  db: Queryable,
  system: string,
  at: Date,
): Promise<number> {
  const place = { store, system };
  const waiting = [...(await uncopied(db, place)), ...(await lostBefore(db, place, at))];
  await inLanes(waiting, FILES_AT_ONCE, async (file) => {
    await note(db, place, file, await copyFile(place, files, file), at);
  });
  return waiting.length;
}

function uncopied(db: Queryable, { store, system }: Place): Promise<FileRow[]> {
  return db.query<FileRow>(
    `SELECT f.id, f.stored_at AS "storedAt" FROM vault.published_files f
      WHERE f.stored_at > coalesce((SELECT max(stored_at) FROM continuity.file_copies
              WHERE system = $1 AND store = $2 AND place = $3), '-infinity') - interval '1 hour'
        AND NOT EXISTS (SELECT FROM continuity.file_copies c
              WHERE c.system = $1 AND c.store = $2 AND c.place = $3 AND c.file_id = f.id)
      ORDER BY f.stored_at, f.id LIMIT ${FILES_A_CALL}`,
    [system, store.kind, store.place],
  );
}

function lostBefore(db: Queryable, { store, system }: Place, at: Date): Promise<FileRow[]> {
  return db.query<FileRow>(
    `SELECT file_id AS id, stored_at AS "storedAt" FROM continuity.file_copies
      WHERE system = $1 AND store = $2 AND place = $3 AND lost
        AND copied_at < $4::timestamptz - interval '${LOST_AGAIN}'
      ORDER BY copied_at LIMIT ${FILES_A_CALL}`,
    [system, store.kind, store.place, at],
  );
}

interface Copied {
  readonly bytes: number;
  readonly sha256: string;
}

/** @returns undefined where the data folder does not hold the file */
async function copyFile({ store, system }: Place, files: SealedFiles, { id }: FileRow): Promise<Copied | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of files.read(id)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    await store.put(fileObjectName(system, id), measured());
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    if (error instanceof FileMissing) return undefined;
    throw error;
  }
}

async function note(
  db: Queryable,
  { store, system }: Place,
  { id, storedAt }: FileRow,
  copied: Copied | undefined,
  at: Date,
): Promise<void> {
  const { bytes = 0, sha256 = null } = copied ?? {};
  await db.query(
    `INSERT INTO continuity.file_copies AS c (system, store, place, file_id, stored_at, bytes, sha256, copied_at, lost)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (system, store, place, file_id) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256,
       copied_at = excluded.copied_at, lost = excluded.lost WHERE c.lost`,
    [system, store.kind, store.place, id, storedAt, bytes, sha256, at, copied === undefined],
  );
}
