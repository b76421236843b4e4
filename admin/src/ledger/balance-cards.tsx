import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';

export interface Totals {
  debitFen: number;
  creditFen: number;
  balanceFen: number;
}

export interface SubjectLine extends Totals {
  code: string;
  name: string;
}

/** The trial balance on a phone: a sheet for each subject, where five columns of money would not fit. */
export function BalanceCards({ lines, totals }: { lines: readonly SubjectLine[]; totals: Totals }): ReactNode {
  const translate = useTranslate();
  const facts = ({ debitFen, creditFen, balanceFen }: Totals) => [
    { label: translate('resources.ledger-accounts.fields.debitFen'), value: <Money fen={debitFen} /> },
    { label: translate('resources.ledger-accounts.fields.creditFen'), value: <Money fen={creditFen} /> },
    { label: translate('resources.ledger-accounts.fields.balanceFen'), value: <Money fen={balanceFen} /> },
  ];
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {lines.map((line) => (
        <Card key={line.code} title={`${line.code} ${line.name}`}>
          <Facts facts={facts(line)} columns={1} />
        </Card>
      ))}
      <Card title={translate('list.sum')}>
        <Facts facts={facts(totals)} columns={1} />
      </Card>
    </Box>
  );
}
