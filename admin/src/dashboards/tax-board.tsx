import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Skeleton } from '@mui/material';
import { useDataProvider, useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
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
  const waiting = data?.find(({ state }) => state === 'closed') ?? latest;
  const months = [...(data ?? [])].reverse();
  const left = waiting === undefined ? undefined : daysUntil(waiting.dueOn);
  const value = (body: ReactNode): ReactNode => (data === undefined ? undefined : latest === undefined ? '—' : body);
  const to = latest === undefined ? {} : { to: `/tax-periods/${latest.id.toString()}/show` };
  return (
    <>
      <Tiles>
        <Tile
          question={translate('dashboard.tax.workers')}
          value={value(countText(latest?.workerCount))}
          note={latest?.month}
          {...to}
        />
        <Tile
          question={translate('dashboard.tax.income')}
          value={value(<Money fen={latest?.incomeFen} />)}
          note={latest?.month}
          {...to}
        />
        <Tile
          question={translate('dashboard.tax.withheld')}
          value={value(<Money fen={latest?.incomeTaxFen} />)}
          note={latest?.month}
          {...to}
        />
        <Tile
          question={translate('dashboard.tax.vat')}
          value={value(
            <Money fen={latest === undefined ? undefined : (latest.vatFen ?? 0) + (latest.surchargeFen ?? 0)} />,
          )}
          note={latest?.month}
          {...to}
        />
        <Tile
          question={translate('dashboard.tax.due')}
          value={value(
            left === undefined
              ? '—'
              : left < 0
                ? translate('dashboard.tax.overdue', { smart_count: -left })
                : translate('dashboard.tax.daysLeft', { smart_count: left }),
          )}
          note={waiting === undefined ? undefined : `${waiting.month} · ${waiting.dueOn}`}
        />
        <Tile
          question={translate('dashboard.tax.state')}
          value={value(
            waiting === undefined
              ? '—'
              : translate(`state.taxPeriod.${waiting.state}`, { _: translate('state.other') }),
          )}
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
