import type { TaxYearAnswer } from '@linggong/tax/api';
import { Alert, Box, Button, Skeleton } from '@mui/material';
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
  const { totals, regime } = account;
  // Whose tax it is reads it in plain words first; staff check the table.
  const inWords = useMe()?.account.workerId !== undefined && regime === 'platform-labor';
  const rows = [
    ...account.months.map((month) => ({ key: month.month, ...month })),
    { key: translate('list.sum'), ...totals, surchargeFen: totals.surchargeFen },
  ];
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
        {text(account.groupName)} · {translate(`choice.regime.${account.regime}`, { _: translate('state.other') })}
        {account.taxReceivableFen > 0 &&
          ` · ${translate('tax.year.owed', { amount: moneyText(account.taxReceivableFen) })}`}
        {account.refundDueFen > 0 && ` · ${translate('tax.year.refund', { amount: moneyText(account.refundDueFen) })}`}
      </Box>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('tax.year.title', { year: '' })}>
        <SmallGrid>
          <thead>
            <tr>
              <th scope="col">{translate('trace.month')}</th>
              {(['payments', 'gross', 'surcharge', 'incomeTax', 'net'] as const).map((key) => (
                <th key={key} scope="col" className="n">
                  {translate(`tax.year.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>{row.key}</td>
                <td className="n">{countText(row.payments)}</td>
                <td className="n">{moneyText(row.grossFen)}</td>
                <td className="n">{moneyText(row.vatFen + row.surchargeFen)}</td>
                <td className="n">{moneyText(row.incomeTaxFen)}</td>
                <td className="n">{moneyText(row.netFen)}</td>
              </tr>
            ))}
          </tbody>
        </SmallGrid>
      </Box>
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
