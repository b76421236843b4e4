import { addDays, startOfDay } from '@linggong/core/domain';
import type { RatingSource } from '@linggong/risk';

const DAYS = 90;

/**
 * How enterprises pay (付款行为), for their rating (R6.2): payments of 90 days, how many of them came back or failed, and batches that were
 * quoted and not funded before their quote ended. Set-based, by the indexes of enterprise.
 */
export const paymentFacts: RatingSource = async (db, enterpriseIds, day) => {
  const rows = await db.query<{
    id: number;
    ordersPaid: number;
    ordersReturnedPercent: number | null;
    batchesExpired: number;
  }>(
    `SELECT a.id, coalesce(o.n, 0) AS "ordersPaid", round(100.0 * o.returned / nullif(o.n, 0), 2)::float8 AS "ordersReturnedPercent",
            coalesce(b.n, 0) AS "batchesExpired"
       FROM unnest($1::int[]) AS a (id)
       LEFT JOIN (SELECT enterprise_id AS id, count(*)::int AS n, (count(*) FILTER (WHERE state IN ('returned', 'failed')))::int AS returned
                    FROM public.orders WHERE enterprise_id = ANY ($1::int[]) AND state IN ('paid', 'returned', 'failed')
                     AND confirmed_at >= $2::timestamptz AND confirmed_at < $3::timestamptz GROUP BY 1) o ON o.id = a.id
       LEFT JOIN (SELECT enterprise_id AS id, count(*)::int AS n FROM public.settlement_batches
                   WHERE enterprise_id = ANY ($1::int[]) AND state = 'expired' AND quote_day > $4::date - ${DAYS.toString()} AND quote_day <= $4::date
                   GROUP BY 1) b ON b.id = a.id`,
    [enterpriseIds, startOfDay(addDays(day, 1 - DAYS)), startOfDay(addDays(day, 1)), day],
  );
  return new Map(
    rows.map(({ id, ordersPaid, ordersReturnedPercent, batchesExpired }) => [
      id,
      { ordersPaid, batchesExpired, ...(ordersReturnedPercent === null ? {} : { ordersReturnedPercent }) },
    ]),
  );
};
