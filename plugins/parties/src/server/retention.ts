import { heldIds, type Purger } from '@linggong/vault';

/**
 * Sheets of imported workers: what became of their rows is on record, so the sheet itself leaves soon. Who came by a sheet was registered
 * at the instant of its end, in one transaction.
 */
export const importSheets: Purger = {
  due: async (db, { before, after, limit }) =>
    db.query(
      `SELECT i.id::text AS id, ARRAY[f.id::text] AS "fileIds",
         ARRAY(SELECT 'worker:' || w.id FROM public.workers w WHERE w.id = ANY ($4::int[]) AND w.source = 'import'
           AND w.registered_at AT TIME ZONE 'UTC' = i.finished_at ORDER BY w.id) AS subjects
       FROM parties.worker_imports i JOIN vault.published_files f ON f.id = i.file_id::uuid
       WHERE i.finished_at < $1 AND i.id::text > $2 ORDER BY 1 LIMIT $3`,
      [before, after, limit, await heldIds(db, 'worker')],
    ),
};
