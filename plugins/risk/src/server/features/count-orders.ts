import type { Tx } from '@linggong/core';
import type { Day, Fen } from '@linggong/core/domain';

/** An order that was paid, as it stands now. */
export interface CountedOrder {
  readonly orderId: number;
  readonly workerId: number;
  readonly enterpriseId: number;
  readonly taskId: number;
  readonly cardId: number;
  readonly amountFen: Fen;
  /** Day of payment, in Shanghai. */
  readonly day: Day;
  readonly isReturned: boolean;
}

const KEPT_BY_MONTHS = ['counted_orders', 'worker_days'];

/** People whose last day moved, from the day where they were counted to the day where they are. */
const shifted = (moved: string): string => `INSERT INTO risk.payee_days AS y (kind, payer_id, last_day, people)
    SELECT m.kind, m.payer_id, d.day, sum(d.people) FROM ${moved} m CROSS JOIN LATERAL (VALUES (m.before, -1), (m.after, 1)) AS d (day, people)
     WHERE d.day IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(d.people) <> 0 ORDER BY 1, 2, 3
    ON CONFLICT (kind, payer_id, last_day) DO UPDATE SET people = y.people + excluded.people`;

/**
 * $1–$8 the orders, as arrays side by side. An order counts when it is told first, unless it came back already; told as returned
 * later it is taken back, once. Rows are touched in the order of their keys, so that hearers wait for each other and never deadlock.
 */
const COUNT = `WITH told AS (
    SELECT DISTINCT ON (order_id) * FROM unnest($1::date[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bigint[], $8::bool[])
           AS t (day, order_id, worker_id, enterprise_id, task_id, card_id, amount_fen, is_returned)
     ORDER BY order_id, is_returned DESC
  ), noted AS (
    INSERT INTO risk.counted_orders AS c (day, order_id, worker_id, enterprise_id, task_id, card_id, amount_fen, is_returned)
    SELECT day, order_id, worker_id, enterprise_id, task_id, card_id, amount_fen, is_returned FROM told ORDER BY order_id
    ON CONFLICT (order_id, day) DO UPDATE SET is_returned = true WHERE NOT c.is_returned AND excluded.is_returned
    RETURNING new.day, new.worker_id, new.enterprise_id, new.task_id, new.card_id, new.amount_fen,
              CASE WHEN old.order_id IS NOT NULL THEN -1 WHEN new.is_returned THEN 0 ELSE 1 END AS sign
  ), moved AS (
    SELECT * FROM noted WHERE sign <> 0
  ), of_workers AS (
    INSERT INTO risk.worker_days AS w (worker_id, day, enterprise_id, task_id, card_id, orders, amount_fen)
    SELECT worker_id, day, enterprise_id, task_id, card_id, sum(sign), sum(sign * amount_fen)
      FROM moved GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (worker_id, day, enterprise_id, task_id, card_id)
    DO UPDATE SET orders = w.orders + excluded.orders, amount_fen = w.amount_fen + excluded.amount_fen
  ), by_payer AS (
    SELECT p.kind, p.payer_id, m.day, m.worker_id, m.sign, m.amount_fen
      FROM moved m CROSS JOIN LATERAL (VALUES ('enterprise', m.enterprise_id), ('task', m.task_id)) AS p (kind, payer_id)
  ), of_payers AS (
    INSERT INTO risk.payer_days AS d (kind, payer_id, day, orders, amount_fen)
    SELECT kind, payer_id, day, sum(sign), sum(sign * amount_fen) FROM by_payer GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (kind, payer_id, day)
    DO UPDATE SET orders = d.orders + excluded.orders, amount_fen = d.amount_fen + excluded.amount_fen
  ), of_payees AS (
    INSERT INTO risk.payees AS p (kind, payer_id, worker_id, last_day)
    SELECT kind, payer_id, worker_id, max(day) FROM by_payer WHERE sign > 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (kind, payer_id, worker_id) DO UPDATE SET last_day = excluded.last_day WHERE p.last_day < excluded.last_day
    RETURNING new.kind, new.payer_id, old.last_day AS before, new.last_day AS after
  ), of_payee_days AS (${shifted('of_payees')})
  SELECT count(*) FILTER (WHERE sign > 0)::int AS counted, count(*) FILTER (WHERE sign < 0)::int AS "takenBack",
         coalesce(array_agg(DISTINCT worker_id) FILTER (WHERE sign < 0), '{}') AS "workerIds"
    FROM moved`;

/** Locked first and looked up then, in two statements: what others paid these people meanwhile is seen. */
const LOCK_PAYEES = `SELECT FROM risk.payees p
  JOIN (SELECT DISTINCT k.kind, k.payer_id, c.worker_id FROM unnest($1::int[], $2::int[], $3::int[]) AS c (worker_id, enterprise_id, task_id)
         CROSS JOIN LATERAL (VALUES ('enterprise', c.enterprise_id), ('task', c.task_id)) AS k (kind, payer_id)) k
    USING (kind, payer_id, worker_id)
 ORDER BY p.kind, p.payer_id, p.worker_id FOR UPDATE OF p`;

const LAST_DAYS = `WITH moved AS (UPDATE risk.payees p
   SET last_day = coalesce((SELECT max(d.day) FROM risk.worker_days d WHERE d.worker_id = p.worker_id AND d.orders > 0
                              AND CASE p.kind WHEN 'task' THEN d.task_id ELSE d.enterprise_id END = p.payer_id), '-infinity')
  FROM (SELECT DISTINCT k.kind, k.payer_id, c.worker_id FROM unnest($1::int[], $2::int[], $3::int[]) AS c (worker_id, enterprise_id, task_id)
         CROSS JOIN LATERAL (VALUES ('enterprise', c.enterprise_id), ('task', c.task_id)) AS k (kind, payer_id)) k
 WHERE p.kind = k.kind AND p.payer_id = k.payer_id AND p.worker_id = k.worker_id
RETURNING p.kind, p.payer_id, old.last_day AS before, new.last_day AS after)
${shifted('moved')}`;

/**
 * Keeps what features stand on with orders that were paid, or came back, in the caller's transaction (R6.3). Told again, or told in
 * another order, orders change nothing more: what is counted is what is paid and not returned.
 * @returns how many were counted now, and how many taken back
 */
export async function countOrders(
  tx: Tx,
  orders: readonly CountedOrder[],
): Promise<{ counted: number; takenBack: number }> {
  if (orders.length === 0) return { counted: 0, takenBack: 0 };
  const days = orders.map(({ day }) => day).sort();
  await tx.query('SELECT risk.ensure_months($1::text[], $2::date, $3::date)', [KEPT_BY_MONTHS, days[0], days.at(-1)]);
  const { counted, takenBack, workerIds } = await tx.one<{ counted: number; takenBack: number; workerIds: number[] }>(
    COUNT,
    [
      orders.map(({ day }) => day),
      orders.map(({ orderId }) => orderId),
      orders.map(({ workerId }) => workerId),
      orders.map(({ enterpriseId }) => enterpriseId),
      orders.map(({ taskId }) => taskId),
      orders.map(({ cardId }) => cardId),
      orders.map(({ amountFen }) => amountFen),
      orders.map(({ isReturned }) => isReturned),
    ],
  );
  if (takenBack > 0) await lookUpLastDays(tx, orders, new Set(workerIds));
  return { counted, takenBack };
}

async function lookUpLastDays(tx: Tx, orders: readonly CountedOrder[], workers: ReadonlySet<number>): Promise<void> {
  const returned = orders.filter(({ workerId }) => workers.has(workerId));
  const keys = [
    returned.map(({ workerId }) => workerId),
    returned.map(({ enterpriseId }) => enterpriseId),
    returned.map(({ taskId }) => taskId),
  ];
  await tx.query(LOCK_PAYEES, keys);
  await tx.query(LAST_DAYS, keys);
}
