import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { CopyNumber } from './copy-number';
import { nothing } from './money-text';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** What is known, as label and value; two columns on a desk, one on a phone. Empty values show a dash, never nothing. */
export function Facts({ facts, columns = 2 }: { facts: readonly Fact[]; columns?: 1 | 2 }): ReactNode {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: columns === 2 ? '1fr 1fr' : '1fr' },
        columnGap: 4,
        fontSize: 13,
      }}
    >
      {facts.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'flex', gap: 1.5, py: '5px', minWidth: 0 }}>
          <Box component="dt" sx={{ flex: '0 0 104px', color: 'tokens.ink3' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
            {value === null || value === undefined || value === '' ? nothing : value}
            {typeof value === 'string' && <CopyNumber text={value} />}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
