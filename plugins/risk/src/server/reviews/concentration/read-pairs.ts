import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { PairFacts } from '../../../domain/seeds/concentration-table';

/** A month of payments from one enterprise to one worker. */
export interface Pair {
  readonly enterpriseId: number;
  readonly workerId: number;
  readonly facts: PairFacts;
}

/** Pairs of one run, the largest first: more than any month of the yardstick has. */
export const PAIRS_MAX = 200_000;

const PAIRS = `
WITH month AS (
  SELECT enterprise_id, worker_id, day, sum(orders) AS orders, sum(amount_fen) AS fen FROM risk.worker_days
   WHERE day >= $1 AND day < $2 AND orders > 0 GROUP BY enterprise_id, worker_id, day),
pair AS (
  SELECT enterprise_id, worker_id, sum(orders)::int AS orders, sum(fen) AS fen, count(*)::int AS days, max(fen) AS largest
    FROM month GROUP BY enterprise_id, worker_id),
payer AS (SELECT enterprise_id, sum(fen) AS fen FROM pair GROUP BY enterprise_id),
payee AS (SELECT worker_id, count(*)::int AS payers FROM pair GROUP BY worker_id)
SELECT pair.enterprise_id AS "enterpriseId", pair.worker_id AS "workerId", pair.orders, pair.fen::bigint AS fen, pair.days,
       pair.largest::bigint AS largest, (pair.fen * 100 / nullif(payer.fen, 0))::int AS share, payee.payers
  FROM pair JOIN payer USING (enterprise_id) JOIN payee USING (worker_id)
 ORDER BY pair.fen DESC, pair.enterprise_id, pair.worker_id LIMIT ${PAIRS_MAX}`;

interface Row {
  readonly enterpriseId: number;
  readonly workerId: number;
  readonly orders: number;
  readonly fen: bigint;
  readonly days: number;
  readonly largest: bigint;
  readonly share: number | null;
  readonly payers: number;
}

/** What every enterprise paid every worker on the days from one to before another, net of what came back: one statement. */
export async function readPairs(db: Queryable, from: Day, after: Day): Promise<Pair[]> {
  const rows = await db.query<Row>(PAIRS, [from, after]);
  return rows.map(({ enterpriseId, workerId, orders, fen, days, largest, share, payers }) => ({
    enterpriseId,
    workerId,
    // Amounts of a month lie far below 2^53.
    facts: {
      pairOrders: orders,
      pairAmountFen: Number(fen),
      pairDays: days,
      largestDayFen: Number(largest),
      sharePercent: share ?? 0,
      payers,
    },
  }));
}
