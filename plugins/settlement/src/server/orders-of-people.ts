import { heldIds, type PersonKeeper } from '@linggong/vault';

// Lines are found by the blind index of a number (`lines_by_identity`), by which a check matches each with its worker: an index by worker
// would cost every check its updates on the page.
const PEOPLE = `people AS (
  SELECT w.worker_id, decode(w.identity_blind, 'hex') AS identity FROM parties.published_worker_facts w WHERE w.worker_id = ANY ($1::int[])
)`;

// A sheet holds everybody in it until it goes itself: also who stands in a line that became no order, or was matched with nobody.
const HOLDS = `
WITH ${PEOPLE}, orders AS MATERIALIZED (
  SELECT o.id, o.worker_id, o.batch_id, o.state,
    coalesce(o.returned_at, o.paid_at, o.failed_at, o.sent_at, o.confirmed_at) AT TIME ZONE 'UTC' AS at
  FROM public.orders o WHERE o.worker_id = ANY ($1::int[])
), batches AS (
  SELECT worker_id, batch_id FROM orders
  UNION SELECT p.worker_id, l.batch_id FROM people p JOIN settlement.lines l ON l.identity_blind = p.identity
), sheets AS (
  SELECT t.worker_id, b.id, coalesce(b.completed_at, b.cancelled_at, CASE WHEN b.state = 'expired' THEN b.quote_expires_at END)
      AT TIME ZONE 'UTC' AS ended,
    EXISTS (SELECT FROM vault.published_files f WHERE f.id = b.file_id::uuid) AS has_file
  FROM batches t JOIN public.settlement_batches b ON b.id = t.batch_id
), files AS (
  SELECT DISTINCT o.worker_id, f.file_id FROM orders o
  JOIN channels.files_of_orders(ARRAY(SELECT id FROM orders)) f ON f.order_id = o.id
)
SELECT worker_id AS "workerId", 'payee-identity' AS class,
  CASE WHEN bool_or(state IN ('confirmed', 'paying')) THEN NULL ELSE max(at) END AS "from", false AS "hasFile"
FROM orders GROUP BY worker_id
UNION ALL
SELECT worker_id, 'payout-sheet', CASE WHEN count(*) = count(ended) THEN max(ended) END, bool_or(has_file) FROM sheets GROUP BY worker_id
UNION ALL
SELECT f.worker_id, 'bank-file', max(b.at), bool_or(EXISTS (SELECT FROM vault.published_files v WHERE v.id = b.vault_file))
FROM files f JOIN channels.published_bank_files b ON b.file_id = f.file_id GROUP BY f.worker_id`;

// Who stands in a line of a batch or of an enterprise that is held, also where it was matched with nobody, and whose orders stand in a held
// file. Of lines only those of the people are read.
const HELD_WITH = `
WITH ${PEOPLE}, batches AS (
  SELECT b.id, ARRAY[CASE WHEN b.id = ANY ($2::int[]) THEN 'settlement-batch:' || b.id END,
    CASE WHEN b.enterprise_id = ANY ($3::int[]) THEN 'enterprise:' || b.enterprise_id END] AS held
  FROM public.settlement_batches b WHERE b.id = ANY ($2::int[]) OR b.enterprise_id = ANY ($3::int[])
), stands AS MATERIALIZED (
  SELECT DISTINCT p.worker_id, l.batch_id FROM people p JOIN settlement.lines l ON l.identity_blind = p.identity
)
SELECT s.worker_id AS "workerId", h.subject
FROM stands s JOIN batches b ON b.id = s.batch_id CROSS JOIN unnest(b.held) AS h (subject)
WHERE h.subject IS NOT NULL
UNION
SELECT o.worker_id, 'bank-file:' || t.file_id FROM channels.orders_of_files($4::int[]) t JOIN public.orders o ON o.id = t.order_id
WHERE o.worker_id = ANY ($1::int[])`;

// A line that was matched with nobody is his by his number all the same.
const ERASE_LINES = `
UPDATE settlement.lines SET cells_sealed = NULL, name_blind = NULL, name_masked = NULL, identity_blind = NULL, identity_masked = NULL,
  phone_masked = NULL, card_blind = NULL, card_masked = NULL, remark = NULL
WHERE identity_blind = ANY (ARRAY(SELECT decode(s, 'hex') FROM unnest($1::text[]) AS s))
RETURNING 1`;

/** Who was paid: lines and orders keep their amounts, their taxes and their worker's number, and lose what names him. */
export const ordersOfPeople: PersonKeeper = {
  holds: (db, workerIds) => db.query(HOLDS, [workerIds]),
  heldWith: async (db, workerIds) => {
    const kinds = ['settlement-batch', 'enterprise', 'bank-file'] as const;
    const held = [];
    for (const kind of kinds) held.push(await heldIds(db, kind));
    return db.query(HELD_WITH, [workerIds, ...held]);
  },
  erase: async (tx, _command, people) => {
    const ids = people.map(({ workerId }) => workerId);
    const lines = await tx.query(ERASE_LINES, [people.map(({ subject }) => subject)]);
    const orders = await tx.query(
      'UPDATE public.orders SET payee_account_masked = NULL, remark = NULL WHERE worker_id = ANY ($1::int[]) RETURNING 1',
      [ids],
    );
    return { lines: lines.length, orders: orders.length };
  },
};
