import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Skeleton } from '@mui/material';
import { useDataProvider, useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText, nothing } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import type { ConsoleDataProvider } from '../provider';
import type { TaxPeriodRow } from '../tax/tax';
import { daysUntil } from './days';
import { Tile, Tiles } from './tile';

const MonthChart = lazy(() => import('./month-chart'));

function usePeriods() {
  const provider = useDataProvider<ConsoleDataProvider>();
  return useQuery({
    queryKey: ['tax-periods', 'board'],
    queryFn: async ({ signal }) =>
      (
        await provider.getList<TaxPeriodRow>('tax-periods', {
          pagination: { page: 1, perPage: 6 },
          sort: { field: 'month', order: 'DESC' },
          filter: {},
          signal,
        })
      ).data,
    retry: false,
  });
}

/** Tax officer: this period – who, how much, withheld, filed, until when. */
export function TaxBoard(): ReactNode {
  const translate = useTranslate();
  const { data, error } = usePeriods();
  if (error !== null) return <Trouble error={error} />;
  const latest = data?.[0];
  const months = [...(data ?? [])].reverse();
  // The oldest month that is not filed yet is the one whose day comes first.
  const waiting = months.find(({ state }) => state === 'open' || state === 'closed') ?? latest;
  const value = (body: ReactNode): ReactNode =>
    data === undefined ? undefined : latest === undefined ? nothing : body;
  const to = latest === undefined ? {} : { to: `/tax-periods/${latest.id.toString()}/show` };
  const vat = latest === undefined ? undefined : (latest.vatFen ?? 0) + (latest.surchargeFen ?? 0);
  const tiles: [string, ReactNode][] = [
    ['workers', countText(latest?.workerCount)],
    ['income', <Money key="income" fen={latest?.incomeFen} />],
    ['withheld', <Money key="withheld" fen={latest?.incomeTaxFen} />],
    ['vat', <Money key="vat" fen={vat} />],
  ];
  return (
    <>
      <Tiles>
        {tiles.map(([key, body]) => (
          <Tile
            key={key}
            question={translate(`dashboard.tax.${key}`)}
            value={value(body)}
            note={latest?.month}
            {...to}
          />
        ))}
        <Tile
          question={translate('dashboard.tax.due')}
          value={value(<DaysLeft period={waiting} />)}
          note={waiting === undefined ? undefined : `${waiting.month} · ${waiting.dueOn}`}
        />
        <Tile
          question={translate('dashboard.tax.state')}
          value={value(waiting === undefined ? nothing : translate(`state.taxPeriod.${waiting.state}`))}
          note={waiting?.month}
        />
      </Tiles>
      {months.length > 0 && (
        <Suspense fallback={<Skeleton variant="rounded" height={290} />}>
          <MonthChart
            question={translate('dashboard.tax.byMonth')}
            months={months.map(({ month }) => month)}
            values={months.map(({ incomeTaxFen }) => incomeTaxFen ?? 0)}
          />
        </Suspense>
      )}
    </>
  );
}

function DaysLeft({ period }: { period: TaxPeriodRow | undefined }): ReactNode {
  const translate = useTranslate();
  if (period === undefined) return nothing;
  const left = daysUntil(period.dueOn);
  const late = left < 0 && period.state !== 'filed' && period.state !== 'paid';
  return late
    ? translate('dashboard.tax.overdue', { smart_count: -left })
    : translate('dashboard.tax.daysLeft', { smart_count: Math.max(0, left) });
}
