import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { Stretch } from './preview-parts';

/** A line of a preview; samples are marked, and name their variable. */
export function Line({ stretches }: { stretches: readonly Stretch[] }): ReactNode {
  return stretches.map(({ text, of }, index) =>
    of === undefined ? (
      <span key={index}>{text}</span>
    ) : (
      <Box key={index} component="mark" title={of} sx={{ bgcolor: 'tokens.waitBg', color: 'inherit', px: '2px' }}>
        {text}
      </Box>
    ),
  );
}
