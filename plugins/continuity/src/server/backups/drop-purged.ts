import type { Queryable } from '@linggong/core';
import type { BackupStore } from '../store/backup-store';
import { fileObjectName } from './copy-files';

const FILES_A_ROUND = 500;
const ROUNDS_MAX = 200;

/**
 * Takes purged files (到期清除) out of this store: the copy first, then its row, so that a round that breaks off is repeated. A restore to
 * an instant before the purge names such a file as missing, which is what a purge is for.
 * @returns how many copies left
 */
export async function dropPurgedCopies(store: BackupStore, db: Queryable, system: string): Promise<number> {
  let dropped = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const going = await db.query<{ id: string }>(
      `SELECT c.file_id AS id FROM continuity.file_copies c JOIN vault.published_purges p ON p.file_id = c.file_id
       WHERE c.system = $1 AND c.store = $2 AND c.place = $3 ORDER BY c.file_id LIMIT ${FILES_A_ROUND}`,
      [system, store.kind, store.place],
    );
    for (const { id } of going) await store.remove(fileObjectName(system, id));
    await db.query(
      'DELETE FROM continuity.file_copies WHERE system = $1 AND store = $2 AND place = $3 AND file_id = ANY($4::uuid[])',
      [system, store.kind, store.place, going.map(({ id }) => id)],
    );
    dropped += going.length;
    if (going.length < FILES_A_ROUND) break;
  }
  return dropped;
}
