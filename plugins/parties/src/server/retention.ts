import { heldIds, type Purger } from '@linggong/vault';
import { forgetStrangers } from './imports/import-strangers';

// Who came by a sheet was registered at the instant of its end, in one transaction; whoever else stands in it is known by his numbers.
const DUE = `
WITH held AS (
  SELECT w.id, w.identity_blind, w.phone_blind, w.source, w.registered_at AT TIME ZONE 'UTC' AS registered_at
  FROM public.workers w WHERE w.id = ANY ($4::int[])
)
SELECT i.id::text AS id, ARRAY[f.id::text] AS "fileIds",
  ARRAY(SELECT 'worker:' || h.id FROM held h
    WHERE h.source = 'import' AND h.registered_at = i.finished_at
       OR EXISTS (SELECT FROM parties.import_strangers s WHERE s.import_id = i.id
            AND (s.identity_blind = h.identity_blind OR s.phone_blind = h.phone_blind)) ORDER BY h.id) AS subjects
FROM parties.worker_imports i JOIN vault.published_files f ON f.id = i.file_id::uuid
WHERE i.finished_at < $1 AND i.id::text > $2 ORDER BY 1 LIMIT $3`;

/** Sheets of imported workers: what became of their rows is on record, so the sheet itself leaves soon. */
export const importSheets: Purger = {
  due: async (db, { before, after, limit }) => db.query(DUE, [before, after, limit, await heldIds(db, 'worker')]),
  purge: (tx, _command, ids) => forgetStrangers(tx, ids),
};
