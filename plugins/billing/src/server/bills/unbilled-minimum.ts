import type { Queryable } from '@linggong/core';
import type { Month } from '@linggong/core/domain';

/**
 * The first month before another, since the last bill and since the first plan, that is not billed and whose fees did not come to
 * the minimum of the plan in force on its last day: its shortfall (月保底差额) would be lost.
 */
export async function firstUnbilledMinimum(
  db: Queryable,
  enterpriseId: number,
  before: Month,
): Promise<Month | undefined> {
  const row = await db.maybeOne<{ month: Month }>(
    `WITH span AS (
       SELECT greatest(date_trunc('month', min(effective_from)::timestamp),
                (SELECT (max(month) || '-01')::timestamp + interval '1 month' FROM billing.bills WHERE enterprise_id = $1)) AS first
         FROM public.fee_plans WHERE enterprise_id = $1 AND state IN ('in-force', 'closed')
     ), ended AS (
       SELECT to_char(m, 'YYYY-MM') AS month, (m + interval '1 month' - interval '1 day')::date AS last_day
         FROM span CROSS JOIN LATERAL generate_series(first, ($2 || '-01')::timestamp - interval '1 month', interval '1 month') m
     )
     SELECT e.month FROM ended e
      CROSS JOIN LATERAL (
        SELECT (p.terms #>> '{limits,monthMinFen}')::bigint AS fen FROM public.fee_plans p
         WHERE p.enterprise_id = $1 AND p.state IN ('in-force', 'closed') AND p.effective_from <= e.last_day
           AND (p.effective_to IS NULL OR p.effective_to >= e.last_day)
         ORDER BY p.plan_version DESC LIMIT 1) minimum
       LEFT JOIN billing.months s ON s.enterprise_id = $1 AND s.month = e.month
      WHERE minimum.fen > coalesce(s.fee_fen, 0) ORDER BY e.month LIMIT 1`,
    [enterpriseId, before],
  );
  return row?.month;
}
