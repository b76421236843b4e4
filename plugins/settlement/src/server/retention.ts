import { heldIds, type Purger } from '@linggong/vault';

const ENDED = `coalesce(b.completed_at, b.cancelled_at) AT TIME ZONE 'UTC' < $1 AND b.id > coalesce(nullif($2, ''), '0')::int`;
// A batch has up to 100,000 people: of those only the held ones (`$4`) are named, and without holds no line is read.
const SUBJECTS = `ARRAY['settlement-batch:' || b.id, 'enterprise:' || b.enterprise_id]
  || CASE WHEN cardinality($4::int[]) = 0 THEN '{}'::text[] ELSE ARRAY(SELECT DISTINCT 'worker:' || l.worker_id FROM settlement.lines l
       WHERE l.batch_id = b.id AND l.worker_id = ANY ($4::int[]) ORDER BY 1) END AS subjects`;

/** Payout sheets as they were uploaded. Few at once, as of cells: where there are holds the lines of each are read. */
export const payoutSheets: Purger = {
  together: 50,
  due: async (db, { before, after, limit }) =>
    db.query(
      `SELECT b.id::text AS id, ARRAY[f.id::text] AS "fileIds", ${SUBJECTS}
       FROM public.settlement_batches b JOIN vault.published_files f ON f.id = b.file_id::uuid
       WHERE ${ENDED} ORDER BY b.id LIMIT $3`,
      [before, after, limit, await heldIds(db, 'worker')],
    ),
};

/**
 * The sensitive cells of lines, which only a correction opens: a batch that is over is corrected no more, and the sheet is still there.
 * Few batches at once: each may be 100,000 lines. Those of a batch lie together by their number (batch × 2,000,000 + row).
 */
export const lineCells: Purger = {
  together: 5,
  due: async (db, { before, after, limit }) =>
    db.query(
      `SELECT b.id::text AS id, '{}'::text[] AS "fileIds", ${SUBJECTS}
       FROM public.settlement_batches b
       WHERE ${ENDED} AND NOT EXISTS (SELECT FROM settlement.cleared_batches c WHERE c.batch_id = b.id)
       ORDER BY b.id LIMIT $3`,
      [before, after, limit, await heldIds(db, 'worker')],
    ),
  purge: async (tx, { at }, ids) => {
    await tx.query(
      `UPDATE settlement.lines l SET cells_sealed = NULL FROM unnest($1::bigint[]) AS b(id)
       WHERE l.id BETWEEN b.id * 2000000 AND b.id * 2000000 + 1999999 AND l.cells_sealed IS NOT NULL`,
      [ids],
    );
    await tx.query('INSERT INTO settlement.cleared_batches (batch_id, cleared_at) SELECT unnest($1::int[]), $2', [
      ids,
      at,
    ]);
  },
};
