import { useQuery } from '@tanstack/react-query';
import { Box, Skeleton, Typography } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText, moneyText, nothing } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import type { ConsoleDataProvider } from '../provider';
import { overdueDays } from '../tax/overdue';
import type { TaxPeriodRow } from '../tax/tax';
import { MonthChart, useChartAhead } from './charts';
import { daysUntil, today } from './days';
import { MonthSales } from './month-sales';
import { filingSteps, firstDue, type FilingStep } from './tax-months';
import { listAt, Tile, Tiles } from './tile';

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

/** Tax officer: how far filing is, then the newest month as it stands. */
export default function TaxBoard(): ReactNode {
  useChartAhead(MonthChart);
  const translate = useTranslate();
  const { data, error } = usePeriods();
  if (error !== null) return <Trouble error={error} />;
  const months = [...(data ?? [])].reverse();
  return (
    <>
      <FilingTiles months={data === undefined ? undefined : months} />
      <PeriodTiles period={months.at(-1)} known={data !== undefined} />
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

/** To file, filed and paid, of the last months: how many, what they come to, and the day that comes first. */
function FilingTiles({ months }: { months: readonly TaxPeriodRow[] | undefined }): ReactNode {
  const translate = useTranslate();
  const heading = translate('dashboard.tax.filing');
  return (
    <Section heading={heading}>
      {filingSteps(months ?? []).map((step) => (
        <Tile
          key={step.name}
          question={translate(`dashboard.tax.${step.name}`)}
          value={months && <Money fen={step.taxFen} />}
          note={months && <FilingNote step={step} />}
          to={listAt('tax-periods', { state: states[step.name] })}
        />
      ))}
    </Section>
  );
}

const states = { toFile: ['open', 'closed'], filed: ['filed'], paid: ['paid'] } as const;

function FilingNote({ step: { name, periods } }: { step: FilingStep<TaxPeriodRow> }): ReactNode {
  const translate = useTranslate();
  const count = translate('dashboard.tax.periods', { smart_count: periods.length });
  const due = name === 'toFile' ? firstDue(periods) : undefined;
  if (due === undefined) return count;
  const { period, late } = due;
  return (
    <>
      {count} · {period.month}{' '}
      <Box component="span" sx={late ? { color: 'tokens.bad', fontWeight: 600 } : {}}>
        <DaysLeft period={period} />
      </Box>
    </>
  );
}

function Section({ heading, chip, children }: { heading: string; chip?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Box component="section" aria-label={heading}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h3" component="h2">
          {heading}
        </Typography>
        {chip}
      </Box>
      <Tiles>{children}</Tiles>
    </Box>
  );
}

interface PeriodTilesProps {
  period: TaxPeriodRow | undefined;
  /** False while the answer is on its way. */
  known: boolean;
}

/** The figures of one month under its own name: no two months in one row. */
function PeriodTiles({ period, known }: PeriodTilesProps): ReactNode {
  const translate = useTranslate();
  const value = (body: ReactNode): ReactNode => (known ? (period === undefined ? nothing : body) : undefined);
  const to = period === undefined ? {} : { to: `/tax-periods/${period.id.toString()}/show` };
  const month = period?.month ?? '';
  const heading = translate(`dashboard.tax.${period === undefined ? 'noMonth' : 'current'}`, { month });
  const vat = moneyText((period?.vatFen ?? 0) + (period?.surchargeFen ?? 0));
  const tiles: [string, ReactNode, ReactNode?][] = [
    ['workers', countText(period?.workerCount)],
    ['income', <Money key="income" fen={period?.incomeFen} />],
    [
      'withheld',
      <Money key="withheld" fen={period?.incomeTaxFen} />,
      period && translate('dashboard.tax.vat', { amount: vat }),
    ],
  ];
  return (
    <Section heading={heading} chip={period && <StateChip kind="taxPeriod" state={period.state} />}>
      {tiles.map(([key, body, note]) => (
        <Tile
          key={key}
          question={translate(`dashboard.tax.${key}`, { month })}
          value={value(body)}
          note={note}
          {...to}
        />
      ))}
    </Section>
  );
}

function DaysLeft({ period }: { period: TaxPeriodRow }): ReactNode {
  const translate = useTranslate();
  const late = overdueDays(period);
  return late > 0
    ? translate('dashboard.tax.overdue', { smart_count: late })
    : translate('dashboard.tax.daysLeft', { smart_count: Math.max(0, daysUntil(period.dueOn)) });
}
