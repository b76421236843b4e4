import { nextMonth } from '@linggong/core/domain';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { Skeleton } from '@mui/material';
import { withoutBlankStart } from './axis';
import { lastMonths, startOf } from './days';
import { sumOf, useTotals } from './use-total';

const MonthChart = lazy(() => import('./month-chart'));

/** Sums of one money column of the orders paid in each of the last six months. */
export function PaidByMonth({ question, column }: { question: string; column: string }): ReactNode {
  const months = useMemo(() => lastMonths(6), []);
  const totals = useTotals(
    months.map((month) => ({
      resource: 'orders',
      filter: {
        state: 'paid',
        paidAt_gte: startOf(`${month}-01`),
        paidAt_lte: new Date(Date.parse(startOf(`${nextMonth(month)}-01`)) - 1).toISOString(),
      },
    })),
  );
  if (totals.some(({ allowed, failed }) => !allowed || failed)) return null;
  if (totals.some(({ count }) => count === undefined)) return <Skeleton variant="rounded" height={290} />;
  const bars = withoutBlankStart(months.map((month, index) => ({ month, fen: sumOf(totals[index], column) ?? 0 })));
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={290} />}>
      <MonthChart question={question} months={bars.map(({ month }) => month)} values={bars.map(({ fen }) => fen)} />
    </Suspense>
  );
}
