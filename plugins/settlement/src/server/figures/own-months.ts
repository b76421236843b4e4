import type { RowScope } from '@linggong/access';
import type { Queryable, TallySum } from '@linggong/core';
import { addMonths, monthOf, shanghaiDay, type Month } from '@linggong/core/domain';
import type { OwnMonths } from '../../api';
import { byMonth, filled } from './by-key';

const MONTHS = 12;

/**
 * The last twelve months of who asks, by the day of payment: what his enterprise paid, or what he earned himself. A worker's few orders are read by
 * their index; figures are kept by enterprise only.
 */
export async function ownMonthsOf(db: Queryable, scope: RowScope, at: Date): Promise<OwnMonths> {
  const to = monthOf(shanghaiDay(at));
  const period = { from: addMonths(to, 1 - MONTHS), to };
  switch (scope.kind) {
    case 'enterprise':
      return { months: await byMonth(db, 'orders', { ...period, enterpriseId: scope.enterpriseId }) };
    case 'worker':
      return { months: await monthsOfWorker(db, scope.workerId, period) };
    default:
      return { months: filled(period.from, period.to, new Map()) };
  }
}

async function monthsOfWorker(db: Queryable, workerId: number, { from, to }: { from: Month; to: Month }) {
  const rows = await db.query<TallySum & { month: Month }>(
    `SELECT to_char(o.paid_at + interval '8 hours', 'YYYY-MM') AS month, count(*)::int AS count, sum(o.gross_fen)::bigint AS "grossFen",
            sum(o.fee_fen)::bigint AS "feeFen", sum(o.vat_fen + o.surcharge_fen + o.income_tax_fen)::bigint AS "taxFen",
            sum(o.net_fen)::bigint AS "netFen"
       FROM public.orders o
      WHERE o.worker_id = $1 AND o.state = 'paid' AND o.paid_at >= $2::date - interval '8 hours'
      GROUP BY 1`,
    [workerId, `${from}-01`],
  );
  return filled(from, to, new Map(rows.map(({ month, ...sum }) => [month, sum])));
}
