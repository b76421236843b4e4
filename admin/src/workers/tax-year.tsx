import type { TaxYearAnswer } from '@linggong/tax/api';
import { Alert, Box, Button, Skeleton, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { Card } from '../parts/card';
import { countText, moneyText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import type { Wire } from '../parts/wire';
import { call } from '../provider';
import { FigureStack } from '../table/figure-stack';
import { SmallGrid } from '../table/grid';
import { useMe } from '../session/use-me';
import { MonthWords } from '../tax/month-words';
import { traceOf } from '../tax/trace';
import { TraceTable } from '../tax/trace-table';

type TaxYear = Wire<TaxYearAnswer>;
type Account = TaxYear['accounts'][number];

/** Year to date of a worker: the months with their sums, and how each month's tax came about. */
export function TaxYearCard({ workerId }: { workerId: number }): ReactNode {
  const translate = useTranslate();
  const [year, setYear] = useState(() => Number(today().slice(0, 4)));
  const { data, error } = useQuery({
    queryKey: ['tax-year', workerId, year],
    // The route answers with the schema `taxYearAnswer`.
    queryFn: async ({ signal }) =>
      (await call(`/api/v1/workers/${workerId.toString()}/tax-years/${year.toString()}`, { signal })).json as TaxYear,
    retry: false,
  });
  const step = (by: number): ReactNode => (
    <Button
      size="small"
      variant="text"
      onClick={() => {
        setYear(year + by);
      }}
    >
      {translate(by < 0 ? 'tax.year.before' : 'tax.year.after', { year: (year + by).toString() })}
    </Button>
  );
  return (
    <Card
      title={translate('tax.year.title', { year: year.toString() })}
      action={
        <>
          {step(-1)}
          {year < Number(today().slice(0, 4)) && step(1)}
        </>
      }
    >
      {error !== null && <Trouble error={error} />}
      {data === undefined && error === null && <Skeleton variant="rounded" height={90} />}
      {data?.accounts.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('tax.year.none')}</Box>
      )}
      {data?.twelveMonths?.mustGuide === true && (
        <Alert severity="warning">
          {translate('tax.year.mustGuide', {
            month: data.twelveMonths.throughMonth,
            amount: moneyText(data.twelveMonths.grossFen),
            limit: moneyText(data.twelveMonths.limitFen),
          })}
        </Alert>
      )}
      {data?.accounts.map((account) => (
        <AccountOfYear key={`${account.groupCode}-${account.regime}`} account={account} />
      ))}
    </Card>
  );
}

function AccountOfYear({ account }: { account: Account }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const lines = useMemo(() => account.months.map(({ line }) => line), [account]);
  const { regime } = account;
  // Whose tax it is reads it in plain words first; staff check the table.
  const inWords = useMe()?.account.workerId !== undefined && regime === 'platform-labor';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
        {text(account.groupName)} · {translate(`choice.regime.${account.regime}`, { _: translate('state.other') })}
        {account.taxReceivableFen > 0 &&
          ` · ${translate('tax.year.owed', { amount: moneyText(account.taxReceivableFen) })}`}
        {account.refundDueFen > 0 && ` · ${translate('tax.year.refund', { amount: moneyText(account.refundDueFen) })}`}
      </Box>
      <MonthSums account={account} />
      {inWords ? (
        <>
          <MonthWords rows={traceOf(lines).rows} />
          <Box component="details" sx={{ fontSize: 13 }}>
            <Box component="summary" sx={{ cursor: 'pointer', minHeight: { xs: 44, sm: 0 }, alignContent: 'center' }}>
              {translate('trace.plain.table')}
            </Box>
            <TraceTable entries={lines} />
          </Box>
        </>
      ) : (
        <TraceTable entries={lines} />
      )}
    </Box>
  );
}

/** The months of a year with their sum: a table, and on a phone one below the other. */
function MonthSums({ account: { months, totals } }: { account: Account }): ReactNode {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width: 599px)');
  const label = translate('tax.year.title', { year: '' });
  const rows = [
    ...months.map(({ month, ...sums }) => ({ name: month, figures: figuresOf(sums) })),
    { name: translate('list.sum'), figures: figuresOf(totals) },
  ];
  const heads = columns.map((key) => translate(`tax.year.${key}`));
  if (phone) {
    const told = (figures: readonly string[]) => heads.map((head, at) => ({ label: head, value: figures[at] ?? '' }));
    return <FigureStack label={label} rows={rows.map(({ name, figures }) => ({ name, figures: told(figures) }))} />;
  }
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <SmallGrid>
        <thead>
          <tr>
            <th scope="col">{translate('trace.month')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name}>
              <td>{name}</td>
              {figures.map((figure, at) => (
                <td key={columns[at]} className="n">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </SmallGrid>
    </Box>
  );
}

const columns = ['payments', 'gross', 'surcharge', 'incomeTax', 'net'] as const;

/** What stands in `columns`. */
function figuresOf(sums: Omit<Account['totals'], 'incomeFen'>): readonly string[] {
  return [
    countText(sums.payments),
    moneyText(sums.grossFen),
    moneyText(sums.vatFen + sums.surchargeFen),
    moneyText(sums.incomeTaxFen),
    moneyText(sums.netFen),
  ];
}
