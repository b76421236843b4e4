import type { Purger } from '@linggong/vault';

/** Sheets of imported workers: what became of their rows is on record, so the sheet itself leaves soon. */
export const importSheets: Purger = {
  due: (db, { before, after, limit }) =>
    db.query(
      `SELECT i.id::text AS id, ARRAY[f.id::text] AS "fileIds", '{}'::text[] AS subjects
       FROM parties.worker_imports i JOIN vault.published_files f ON f.id = i.file_id::uuid
       WHERE i.finished_at < $1 AND i.id::text > $2 ORDER BY 1 LIMIT $3`,
      [before, after, limit],
    ),
};
