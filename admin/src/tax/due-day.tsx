import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { overdueDays } from './overdue';
import type { TaxPeriodRow } from './tax';

type Due = Pick<TaxPeriodRow, 'state' | 'dueOn'>;

/** The day by which a month is filed, red with a word where it has passed; `text` says it in another form. */
export function DueDay({ period, text }: { period: Due; text?: string }): ReactNode {
  const translate = useTranslate();
  const day = text ?? period.dueOn;
  const late = overdueDays(period);
  if (late === 0) return day;
  return (
    <Box component="span" sx={{ color: 'tokens.bad' }}>
      {day} ·{' '}
      <Box component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {translate('dashboard.tax.overdue', { smart_count: late })}
      </Box>
    </Box>
  );
}
