import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { startOf, today } from './days';
import { PaidByMonth } from './paid-by-month';
import { listAt, Tile, Tiles } from './tile';
import { sumOf, useTotals, type TotalWish } from './use-total';

/** Finance: money in, out and held today; what waits for release; what came back. */
export function FinanceBoard(): ReactNode {
  const translate = useTranslate();
  const since = useMemo(() => startOf(today()), []);
  const wishes = useMemo<TotalWish[]>(
    () => [
      { resource: 'deposits', filter: { receivedAt_gte: since } },
      { resource: 'orders', filter: { state: 'paid', paidAt_gte: since } },
      { resource: 'ledger-accounts', filter: { prepaid: true } },
      { resource: 'settlement-batches', filter: { state: 'confirmed' } },
      { resource: 'orders', filter: { state: 'paying' } },
      { resource: 'orders', filter: { state: ['failed', 'returned'] } },
    ],
    [since],
  );
  const totals = useTotals(wishes);
  const names = ['in', 'out', 'held', 'toRelease', 'onTheWay', 'back'] as const;
  const columns = ['amountFen', 'netFen', 'heldFen', 'netFen', 'netFen', 'netFen'] as const;
  return (
    <>
      <Tiles>
        {names.map((name, index) => {
          const total = totals[index];
          const sum = sumOf(total, columns[index] ?? '');
          return total?.allowed === true ? (
            <Tile
              key={name}
              question={translate(`dashboard.finance.${name}`)}
              value={
                total.count === undefined ? undefined : sum === undefined ? countText(total.count) : <Money fen={sum} />
              }
              note={
                total.count === undefined || name === 'held'
                  ? undefined
                  : translate(`dashboard.finance.${name}Note`, { count: countText(total.count) })
              }
              failed={total.failed}
              to={listAt(wishes[index]?.resource ?? '', wishes[index]?.filter ?? {})}
            />
          ) : null;
        })}
      </Tiles>
      <PaidByMonth question={translate('dashboard.finance.byMonth')} column="netFen" />
    </>
  );
}
