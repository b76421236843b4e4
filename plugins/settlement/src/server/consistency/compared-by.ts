import { startOfDay } from '@linggong/core/domain';
import type { Compared, ConsistencyCheck } from '@linggong/risk';

/** Numbers of orders that are told of a difference. */
const SAMPLES = 20;

/**
 * Compares the orders that were paid in a period by one statement.
 * @param sql gives `number` and `differs` of each row of `paid`; `$1` and `$2` are the period as instants
 */
export function comparedBy(sql: string): ConsistencyCheck['compare'] {
  return (db, from, after) =>
    db.one<Compared>(
      `WITH paid AS MATERIALIZED (
         SELECT o.id, o.number, o.enterprise_id, o.worker_id, o.tax_day, o.state, o.net_fen FROM public.orders o
          WHERE o.paid_at >= $1::timestamptz AT TIME ZONE 'UTC' AND o.paid_at < $2::timestamptz AT TIME ZONE 'UTC'),
       looked AS (${sql})
       SELECT count(*)::int AS compared, (count(*) FILTER (WHERE differs))::int AS differences,
              coalesce((array_agg(number ORDER BY number) FILTER (WHERE differs))[1:${SAMPLES}], '{}') AS samples FROM looked`,
      [startOfDay(from), startOfDay(after)],
    );
}
