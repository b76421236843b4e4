import type { Purger } from '@linggong/vault';

const ENDED = `coalesce(b.completed_at, b.cancelled_at) AT TIME ZONE 'UTC' < $1 AND b.id > coalesce(nullif($2, ''), '0')::int`;
const SUBJECTS = `ARRAY['settlement-batch:' || b.id, 'enterprise:' || b.enterprise_id] AS subjects`;

/** Payout sheets as they were uploaded. */
export const payoutSheets: Purger = {
  due: (db, { before, after, limit }) =>
    db.query(
      `SELECT b.id::text AS id, ARRAY[f.id::text] AS "fileIds", ${SUBJECTS}
       FROM public.settlement_batches b JOIN vault.published_files f ON f.id = b.file_id::uuid
       WHERE ${ENDED} ORDER BY b.id LIMIT $3`,
      [before, after, limit],
    ),
};

/**
 * The sensitive cells of lines, which only a correction opens: a batch that is over is corrected no more, and the sheet is still there.
 * Few batches at once: each may be 100,000 lines. Those of a batch lie together by their number (batch × 2,000,000 + row).
 */
export const lineCells: Purger = {
  together: 5,
  due: (db, { before, after, limit }) =>
    db.query(
      `SELECT b.id::text AS id, '{}'::text[] AS "fileIds", ${SUBJECTS}
       FROM public.settlement_batches b
       WHERE ${ENDED} AND NOT EXISTS (SELECT FROM settlement.cleared_batches c WHERE c.batch_id = b.id)
       ORDER BY b.id LIMIT $3`,
      [before, after, limit],
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
