import type { Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { LimitedOrders } from '../../domain';

/** Payments that were reserved and are not made: each with its enterprise and the day on which it was confirmed. */
export interface ReleasedOrders extends LimitedOrders {
  readonly enterpriseIds: readonly number[];
  readonly days: readonly Day[];
}

const less = (window: 'month' | 'day', measure: 'fen' | 'count'): string =>
  `${window}_${measure} = greatest(u.${window}_${measure} - CASE WHEN u.${window} = l.last_${window} THEN l.${window}_${measure} ELSE 0 END, 0)`;

/**
 * Gives back what cancelled, failed or returned payments had taken of limits: from the year that they were confirmed in, and from the
 * month and the day where these are still the last ones of the row. Rows are locked in the order in which confirmations lock them.
 */
export async function releaseLimits(tx: Tx, orders: ReleasedOrders): Promise<void> {
  if (orders.workerIds.length === 0) return;
  await tx.query(
    `WITH line AS MATERIALIZED (
       SELECT worker_id, enterprise_id, kind, fen, day
         FROM unnest($1::int[], $2::int[], $3::text[], $4::bigint[], $5::date[]) AS l (worker_id, enterprise_id, kind, fen, day)
     ), uses AS (
       SELECT 'worker' AS subject, worker_id::text AS key, fen, day FROM line
       UNION ALL SELECT 'enterprise', enterprise_id::text, fen, day FROM line
       UNION ALL SELECT 'kind-of-work', enterprise_id || ':' || kind, fen, day FROM line
     ), locked AS (
       SELECT u.subject, u.key, u.year, u.month, u.day FROM risk.limit_uses u
        WHERE (u.subject, u.key, u.year) IN (SELECT subject, key, extract(year FROM day)::int FROM uses)
        ORDER BY u.subject, u.key, u.year FOR UPDATE
     ), freed AS (
       SELECT k.subject, k.key, k.year, k.month AS last_month, k.day AS last_day, sum(s.fen)::bigint AS year_fen,
              count(*)::int AS year_count,
              coalesce(sum(s.fen) FILTER (WHERE to_char(s.day, 'YYYY-MM') = k.month), 0)::bigint AS month_fen,
              (count(*) FILTER (WHERE to_char(s.day, 'YYYY-MM') = k.month))::int AS month_count,
              coalesce(sum(s.fen) FILTER (WHERE s.day = k.day), 0)::bigint AS day_fen,
              (count(*) FILTER (WHERE s.day = k.day))::int AS day_count
         FROM locked k JOIN uses s ON s.subject = k.subject AND s.key = k.key AND extract(year FROM s.day)::int = k.year
        GROUP BY k.subject, k.key, k.year, k.month, k.day
     )
     UPDATE risk.limit_uses u
        SET year_fen = greatest(u.year_fen - l.year_fen, 0), year_count = greatest(u.year_count - l.year_count, 0),
            ${less('month', 'fen')}, ${less('month', 'count')}, ${less('day', 'fen')}, ${less('day', 'count')}
       FROM freed l WHERE u.subject = l.subject AND u.key = l.key AND u.year = l.year`,
    [orders.workerIds, orders.enterpriseIds, orders.kindsOfWork, orders.fen, orders.days],
  );
}
