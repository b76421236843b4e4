import { Box, MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { moneyText, percentText } from '../parts/money-text';
import { monthSteps, perMonth, type MonthStep } from './month-steps';
import type { IncomeTaxRow } from './trace';

/** How the tax of one month came about, in sentences and as an addition; for the person whose it is. */
export function MonthWords({ rows }: { rows: readonly IncomeTaxRow[] }): ReactNode {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const line = rows.find(({ month }) => month === chosen) ?? rows.at(-1);
  if (line === undefined) return null;
  return (
    <Box sx={{ border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px', p: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Box component="h3" sx={{ m: 0, fontSize: 14, fontWeight: 600, flex: 1 }}>
          {translate('trace.plain.title')}
        </Box>
        <TextField
          select
          size="small"
          label={translate('trace.month')}
          value={line.month}
          onChange={({ target }) => {
            setChosen(target.value);
          }}
          sx={{ minWidth: 120 }}
        >
          {[...rows].reverse().map(({ month }) => (
            <MenuItem key={month} value={month}>
              {month}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box sx={{ fontSize: 14, mb: 1 }}>
        {translate(line.withheldFen > 0 ? 'trace.plain.withheld' : 'trace.plain.nothing', {
          month: line.month,
          income: moneyText(line.incomeFen),
          tax: moneyText(line.withheldFen),
        })}
      </Box>
      <Steps line={line} />
      <Box sx={{ fontSize: 12, color: 'tokens.ink2', mt: 1 }}>{translate('trace.plain.settle')}</Box>
    </Box>
  );
}

function Steps({ line }: { line: IncomeTaxRow }): ReactNode {
  const translate = useTranslate();
  const each = perMonth(line.deductionFen, line.months);
  const words = ({ key }: MonthStep): string => {
    if (key === 'deduction' && each !== undefined)
      return translate('trace.plain.step.deduction', { each: moneyText(each), smart_count: line.months });
    if (key === 'tax')
      return line.quickFen === 0
        ? translate('trace.plain.step.tax', { rate: percentText(line.rate) })
        : translate('trace.plain.step.taxQuick', { rate: percentText(line.rate), quick: moneyText(line.quickFen) });
    if (key === 'cumulativeIncome')
      return translate('trace.plain.step.cumulativeIncome', { smart_count: line.months, month: line.month });
    return translate(`trace.plain.step.${key === 'deduction' ? 'other' : key}`);
  };
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', rowGap: 0.5, fontSize: 13 }}
    >
      {monthSteps(line).map((step) => (
        <Box
          key={step.key}
          sx={{
            display: 'contents',
            '& > *':
              step.sign === '=' ? { borderTop: '1px solid', borderColor: 'tokens.line', fontWeight: 600, pt: 0.5 } : {},
          }}
        >
          <Box component="dt" sx={{ pr: 1.5 }}>
            {words(step)}
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right', whiteSpace: 'nowrap' }}>
            {step.sign === '' ? '' : `${step.sign} `}
            {moneyText(step.fen)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
