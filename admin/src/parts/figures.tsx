import { Box } from '@mui/material';
import type { ReactNode } from 'react';

export interface Figure {
  label: string;
  value: ReactNode;
  note?: ReactNode | undefined;
  tone?: 'bad';
}

/** Two to five figures side by side, each with its name above and a remark below. */
export function Figures({ figures, label }: { figures: readonly Figure[]; label: string }): ReactNode {
  return (
    <Box
      component="dl"
      aria-label={label}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', md: `repeat(${figures.length.toString()}, 1fr)` },
        bgcolor: 'tokens.card',
        border: '1px solid',
        borderColor: 'tokens.line',
        borderRadius: '8px',
        m: 0,
        mb: 2,
        overflow: 'hidden',
        // Lines between the cells on every width: each draws its own right and bottom, the frame hides the last.
        '& > div:last-of-type:nth-of-type(odd)': { gridColumn: { xs: '1 / -1', md: 'auto' } },
        '& > div': {
          borderRight: '1px solid',
          borderBottom: '1px solid',
          borderColor: 'tokens.line',
          mr: '-1px',
          mb: '-1px',
        },
      }}
    >
      {figures.map((figure) => (
        <Box key={figure.label} sx={{ p: { xs: '10px 12px', sm: '12px 16px' }, minWidth: 0 }}>
          <Box component="dt" sx={{ fontSize: 12, color: 'tokens.ink3' }}>
            {figure.label}
          </Box>
          <Box
            component="dd"
            sx={{
              m: 0,
              fontSize: { xs: 18, sm: 21 },
              lineHeight: 1.5,
              fontWeight: 600,
              letterSpacing: '-.2px',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              color: figure.tone === undefined ? undefined : `tokens.${figure.tone}`,
            }}
          >
            {figure.value}
          </Box>
          {figure.note !== undefined && (
            <Box component="dd" sx={{ m: 0, fontSize: 12, color: 'tokens.ink2' }}>
              {figure.note}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
