import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** A thin bar: how much of how much. Without a total it says only that something moves. */
export function Bar({
  done,
  total,
  width = 64,
  label,
}: {
  done: number;
  total: number;
  width?: number | string;
  label: string;
}): ReactNode {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, 1)}
      aria-valuenow={Math.min(done, Math.max(total, 1))}
      sx={{ width, height: 4, borderRadius: '2px', bgcolor: 'tokens.line', overflow: 'hidden', flex: 'none' }}
    >
      <Box
        sx={{
          height: '100%',
          width: `${(share * 100).toFixed(1)}%`,
          bgcolor: 'tokens.accent',
          transition: 'width .3s',
        }}
      />
    </Box>
  );
}
