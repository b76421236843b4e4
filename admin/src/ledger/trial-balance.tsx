import type { AccountBalanceAnswer } from '@linggong/ledger/api';
import { Box, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateField } from '../parts/date-field';
import { Money } from '../parts/money';
import { PageHeader } from '../parts/page-header';
import { useSigns } from '../parts/signs';
import { Chip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { dayOf } from '../parts/time-text';
import type { Wire } from '../parts/wire';
import { call } from '../provider';
import { Frame, Grid } from '../table/grid';
import { BalanceCards, type SubjectLine, type Totals } from './balance-cards';

type Balance = Wire<AccountBalanceAnswer>;

interface Answer {
  accounts: Balance[];
  totals: Totals;
}

/** Balances by subject (会计科目), in the order of their codes. */
export function bySubject(accounts: readonly Balance[]): SubjectLine[] {
  const lines = new Map<string, SubjectLine>();
  for (const { subjectCode, subjectName, debitFen, creditFen, balanceFen } of accounts) {
    const line = lines.get(subjectCode) ?? {
      code: subjectCode,
      name: subjectName,
      debitFen: 0,
      creditFen: 0,
      balanceFen: 0,
    };
    line.debitFen += debitFen;
    line.creditFen += creditFen;
    line.balanceFen += balanceFen;
    lines.set(subjectCode, line);
  }
  return [...lines.values()].sort((left, right) => left.code.localeCompare(right.code));
}

/** Trial balance (试算平衡表) at the end of any day: debits and credits of every subject, and the proof that they balance. */
export default function TrialBalance(): ReactNode {
  const translate = useTranslate();
  const [day, setDay] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['trial-balance', day],
    queryFn: async ({ signal }) => {
      const at = day === '' ? '' : `?at=${encodeURIComponent(`${day}T23:59:59.999+08:00`)}`;
      // The route answers with the schema `trialBalanceAnswer`.
      return (await call(`/api/v1/ledger/trial-balance${at}`, { signal })).json as Answer;
    },
  });
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('navigation.money') }]}
        title={translate('navigation.trialBalance')}
        chips={
          data && (
            <Chip tone={data.totals.balanceFen === 0 ? 'good' : 'bad'}>
              {translate(data.totals.balanceFen === 0 ? 'ledger.balanced' : 'ledger.unbalanced')}
            </Chip>
          )
        }
        actions={<DateField label={translate('ledger.at')} value={day} onChange={setDay} max={dayOf(new Date())} />}
      />
      <PrintedDay day={day === '' ? dayOf(new Date()) : day} />
      {error !== null && (
        <Trouble
          error={error}
          retry={() => {
            void refetch();
          }}
        />
      )}
      {data === undefined && error === null && <PageSkeleton />}
      {data !== undefined && <BalanceTable answer={data} />}
    </>
  );
}

/** On paper, where the field is not: without its day a balance sheet proves nothing. */
function PrintedDay({ day }: { day: string }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  return (
    <Box sx={{ display: 'none', '@media print': { display: 'block', fontSize: 12, mb: 1 } }}>
      {translate('ledger.at')}
      {signs.colon}
      {day}
    </Box>
  );
}

function BalanceTable({ answer }: { answer: Answer }): ReactNode {
  const translate = useTranslate();
  const lines = useMemo(() => bySubject(answer.accounts), [answer]);
  const phone = useMediaQuery('(max-width: 599px)');
  if (phone) return <BalanceCards lines={lines} totals={answer.totals} />;
  return (
    <>
      <Frame tabIndex={0} role="region" aria-label={translate('navigation.trialBalance')}>
        <Grid>
          <thead>
            <tr>
              <th scope="col">{translate('ledger.subject')}</th>
              <th scope="col">{translate('ledger.subjectName')}</th>
              <th scope="col" className="n">
                {translate('resources.ledger-accounts.fields.debitFen')}
              </th>
              <th scope="col" className="n">
                {translate('resources.ledger-accounts.fields.creditFen')}
              </th>
              <th scope="col" className="n">
                {translate('resources.ledger-accounts.fields.balanceFen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.code}>
                <td className="mono">{line.code}</td>
                <td>{line.name}</td>
                <td className="n">
                  <Money fen={line.debitFen} />
                </td>
                <td className="n">
                  <Money fen={line.creditFen} />
                </td>
                <td className="n">
                  <Money fen={line.balanceFen} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{translate('list.sum')}</td>
              <td />
              <td className="n">
                <Money fen={answer.totals.debitFen} total />
              </td>
              <td className="n">
                <Money fen={answer.totals.creditFen} total />
              </td>
              <td className="n">
                <Money fen={answer.totals.balanceFen} total />
              </td>
            </tr>
          </tfoot>
        </Grid>
      </Frame>
      <Box sx={{ fontSize: 12, color: 'tokens.ink2', mt: 1 }}>{translate('ledger.signs')}</Box>
    </>
  );
}
