import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useSigns } from '../parts/signs';

const height = 20;

/** Bars of a trend (趋势), the oldest at the left; the label says the figures. */
export function Trend({ counts, label }: { counts: readonly number[]; label: string }): ReactNode {
  const signs = useSigns();
  const most = Math.max(1, ...counts);
  return (
    <Box
      role="img"
      aria-label={`${label}${signs.colon}${counts.join(signs.listed)}`}
      sx={{ display: 'inline-flex', alignItems: 'end', gap: '1px', height }}
    >
      {counts.map((count, index) => (
        <Box
          key={index}
          sx={{
            width: 5,
            height: count === 0 ? '1px' : `${Math.max(2, (count / most) * height).toFixed(0)}px`,
            bgcolor: count === 0 ? 'tokens.line' : 'tokens.accent',
          }}
        />
      ))}
    </Box>
  );
}
