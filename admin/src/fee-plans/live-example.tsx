import { termsOf } from '@linggong/billing/api';
import { feesFor, workersPart } from '@linggong/billing/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import type { FormValues } from '../parts/form-page';
import { moneyText } from '../parts/money-text';
import { amountsTyped, termsTyped } from './plan-body';

const right = { textAlign: 'right', p: '4px 8px', fontVariantNumeric: 'tabular-nums' } as const;

/** What the terms come to while they are typed, by the very function that quotes: who pays and who gets how much. */
export function LiveExample({ values }: { values: FormValues }): ReactNode {
  const translate = useTranslate();
  const written = termsTyped(values);
  const amounts = amountsTyped(values['exampleAmounts']);
  if (written === undefined || amounts.length === 0) return null;
  const terms = termsOf(written);
  const fees = feesFor(amounts, terms);
  const rows = amounts.map((amountFen, index) => {
    const feeFen = fees[index] ?? 0n;
    const workerFen = workersPart(amountFen, feeFen, terms);
    return { amountFen, feeFen, workerFen, enterpriseFen: terms.bearing === 'inside' ? amountFen : amountFen + feeFen };
  });
  const taxOnTop = terms.taxBearer === 'enterprise';
  const heads = [
    'amount',
    'fee',
    taxOnTop ? 'workerNet' : 'workerGross',
    taxOnTop ? 'enterpriseBeforeTax' : 'enterprise',
  ];
  return (
    <Card title={translate('feePlan.exampleTitle')}>
      <Box component="table" sx={{ borderCollapse: 'collapse', fontSize: 13, width: '100%' }}>
        <thead>
          <tr>
            {heads.map((head) => (
              <Box component="th" scope="col" key={head} sx={{ ...right, color: 'tokens.ink3', fontWeight: 500 }}>
                {translate(`feePlan.exampleHead.${head}`)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ amountFen, feeFen, workerFen, enterpriseFen }, index) => (
            <tr key={`${index.toString()}-${amountFen.toString()}`}>
              {[amountFen, feeFen, workerFen, enterpriseFen].map((fen, column) => (
                <Box
                  component="td"
                  key={heads[column]}
                  sx={{ ...right, ...(fen <= 0n && column === 2 ? { color: 'tokens.bad' } : {}) }}
                >
                  {moneyText(Number(fen))}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={{ fontSize: 12, color: 'tokens.ink3', mt: 1 }}>
        {translate(taxOnTop ? 'feePlan.exampleTax' : 'feePlan.exampleNote')}
      </Box>
    </Card>
  );
}
