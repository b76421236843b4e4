import { heldIds, type Purger } from '@linggong/vault';

const NEXT = `b.id > coalesce(nullif($2, ''), '0')::int`;
const ENDED = `coalesce(b.completed_at, b.cancelled_at) AT TIME ZONE 'UTC' < $1 AND ${NEXT}`;
// A quote that ran out may be asked for anew, so its cells stay; nobody does so when its sheet has been there for thirty years.
const OVER = `coalesce(b.completed_at, b.cancelled_at, CASE WHEN b.state = 'expired' THEN b.quote_expires_at END) AT TIME ZONE 'UTC' < $1
  AND ${NEXT}`;
// A batch has up to 100,000 people: of those only the held ones (`$4`) are named, and without holds no line is read. A line that was never
// matched with anybody names him by its identity number or card: a sheet with his number mistyped in one cell is still one about him.
const SUBJECTS = `ARRAY['settlement-batch:' || b.id, 'enterprise:' || b.enterprise_id]
  || CASE WHEN cardinality($4::int[]) = 0 THEN '{}'::text[] ELSE ARRAY(SELECT DISTINCT 'worker:' || h.worker_id
       FROM settlement.lines l JOIN (
         SELECT w.worker_id, decode(w.identity_blind, 'hex') AS identity,
           ARRAY(SELECT decode(c.card_blind, 'hex') FROM parties.published_card_facts c WHERE c.worker_id = w.worker_id) AS cards
         FROM parties.published_worker_facts w WHERE w.worker_id = ANY ($4::int[])
       ) h ON l.worker_id = h.worker_id OR l.identity_blind = h.identity OR l.card_blind = ANY (h.cards)
       WHERE l.batch_id = b.id ORDER BY 1) END AS subjects`;

/** Payout sheets as they were uploaded. Few at once, as of cells: where there are holds the lines of each are read. */
export const payoutSheets: Purger = {
  together: 50,
  due: async (db, { before, after, limit }) =>
    db.query(
      `SELECT b.id::text AS id, ARRAY[f.id::text] AS "fileIds", ${SUBJECTS}
       FROM public.settlement_batches b JOIN vault.published_files f ON f.id = b.file_id::uuid
       WHERE ${OVER} ORDER BY b.id LIMIT $3`,
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

// The orders of a file: those that stand in it, that it answers, and that its lines tell of. A file has thousands of people: named are
// those who are held (`$4`).
const FILES_DUE = `
WITH due AS (
  SELECT b.file_id AS id, f.id::text AS file
  FROM channels.published_bank_files b JOIN vault.published_files f ON f.id = b.vault_file
  WHERE b.at < $1 AND b.file_id > coalesce(nullif($2, ''), '0')::int ORDER BY b.file_id LIMIT $3
), named AS (
  SELECT DISTINCT t.file_id AS id, unnest(ARRAY['settlement-batch:' || o.batch_id, 'enterprise:' || o.enterprise_id,
    CASE WHEN o.worker_id = ANY ($4::int[]) THEN 'worker:' || o.worker_id END]) AS subject
  FROM channels.orders_of_files(ARRAY(SELECT id FROM due)) t JOIN public.orders o ON o.id = t.order_id
)
SELECT d.id::text AS id, ARRAY[d.file] AS "fileIds",
  ARRAY['bank-file:' || d.id] || ARRAY(SELECT n.subject FROM named n WHERE n.id = d.id AND n.subject IS NOT NULL ORDER BY 1) AS subjects
FROM due d ORDER BY d.id`;

/**
 * Files to and from banks. They are those of the channels, which do not know whose orders they pay: that is known here. What the files
 * said stands in the rows of payouts and statements.
 */
export const bankFiles: Purger = {
  due: async (db, { before, after, limit }) => db.query(FILES_DUE, [before, after, limit, await heldIds(db, 'worker')]),
};
