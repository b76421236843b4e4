import { useQuery } from '@tanstack/react-query';
import { Box, Skeleton, Typography } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText, nothing } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import type { ConsoleDataProvider } from '../provider';
import type { TaxPeriodRow } from '../tax/tax';
import { MonthChart, useChartAhead } from './charts';
import { daysUntil, today } from './days';
import { MonthSales } from './month-sales';
import { boardMonths } from './tax-months';
import { Tile, Tiles } from './tile';

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

/** Tax officer: the present month as it stands, and apart from it the month that is to be filed next, with its own figures. */
export default function TaxBoard(): ReactNode {
  useChartAhead(MonthChart);
  const translate = useTranslate();
  const { data, error } = usePeriods();
  if (error !== null) return <Trouble error={error} />;
  const months = [...(data ?? [])].reverse();
  const { current, waiting } = boardMonths(months);
  return (
    <>
      <PeriodTiles title="current" period={current} known={data !== undefined} />
      {waiting !== undefined && waiting.id !== current?.id && (
        <PeriodTiles title="waiting" period={waiting} known filing />
      )}
      <MonthSales month={today().slice(0, 7)} />
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

interface PeriodTilesProps {
  title: 'current' | 'waiting';
  period: TaxPeriodRow | undefined;
  /** False while the answer is on its way. */
  known: boolean;
  /** It is the month to file: its day and its step belong to it. */
  filing?: boolean;
}

/** The figures of one month under its own name: no two months in one row. */
function PeriodTiles({ title, period, known, filing = false }: PeriodTilesProps): ReactNode {
  const translate = useTranslate();
  const value = (body: ReactNode): ReactNode => (known ? (period === undefined ? nothing : body) : undefined);
  const to = period === undefined ? {} : { to: `/tax-periods/${period.id.toString()}/show` };
  const vat = period === undefined ? undefined : (period.vatFen ?? 0) + (period.surchargeFen ?? 0);
  const month = period?.month ?? '';
  const heading = translate(`dashboard.tax.${period === undefined ? 'noMonth' : title}`, { month });
  const tiles: [string, ReactNode, ReactNode?][] = [
    ...(filing && period !== undefined
      ? ([['due', <DaysLeft key="due" period={period} />, period.dueOn]] as [string, ReactNode, ReactNode][])
      : []),
    ['workers', countText(period?.workerCount)],
    ['income', <Money key="income" fen={period?.incomeFen} />],
    ['withheld', <Money key="withheld" fen={period?.incomeTaxFen} />],
    ...(filing ? [] : ([['vat', <Money key="vat" fen={vat} />]] as [string, ReactNode][])),
  ];
  return (
    <Box component="section" aria-label={heading}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h3" component="h2">
          {heading}
        </Typography>
        {period !== undefined && <StateChip kind="taxPeriod" state={period.state} />}
      </Box>
      <Tiles>
        {tiles.map(([key, body, note]) => (
          <Tile
            key={key}
            question={translate(`dashboard.tax.${key}`, { month })}
            value={value(body)}
            note={note}
            {...to}
          />
        ))}
      </Tiles>
    </Box>
  );
}

function DaysLeft({ period }: { period: TaxPeriodRow }): ReactNode {
  const translate = useTranslate();
  const left = daysUntil(period.dueOn);
  const late = left < 0 && period.state !== 'filed' && period.state !== 'paid';
  return late
    ? translate('dashboard.tax.overdue', { smart_count: -left })
    : translate('dashboard.tax.daysLeft', { smart_count: Math.max(0, left) });
}
