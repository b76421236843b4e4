import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** One row of a table of figures, told downwards. */
export interface StackedRow {
  /** What the figures are of; such as a month. */
  name: string;
  figures: readonly { readonly label: string; readonly value: string }[];
}

interface FigureStackProps {
  label: string;
  rows: readonly StackedRow[];
  /** A long computation: only its last row stands open. */
  folds?: boolean;
}

/** A table of figures on a phone: each row below the other, the figure that is asked for – the last one – beside its name. */
export function FigureStack({ label, rows, folds = false }: FigureStackProps): ReactNode {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        border: '1px solid',
        borderColor: 'tokens.line',
        borderRadius: '8px',
        '& > li + li': { borderTop: '1px solid', borderColor: 'tokens.line' },
      }}
    >
      {rows.map((row, index) => (
        <li key={index}>{folds ? <Folded row={row} open={index === rows.length - 1} /> : <Whole row={row} />}</li>
      ))}
    </Box>
  );
}

function Whole({ row }: { row: StackedRow }): ReactNode {
  return (
    <Box sx={{ p: '10px 14px' }}>
      <Head row={row} />
      <Figures figures={row.figures.slice(0, -1)} />
    </Box>
  );
}

function Folded({ row, open }: { row: StackedRow; open: boolean }): ReactNode {
  return (
    <details open={open}>
      <Box component="summary" sx={{ cursor: 'pointer', p: '0 14px', '&::marker': { color: 'tokens.ink3' } }}>
        <Box component="span" sx={{ display: 'inline-block', width: 'calc(100% - 18px)', py: '11px' }}>
          <Head row={row} />
        </Box>
      </Box>
      <Box sx={{ p: '0 14px 10px' }}>
        <Figures figures={row.figures.slice(0, -1)} />
      </Box>
    </details>
  );
}

function Head({ row: { name, figures } }: { row: StackedRow }): ReactNode {
  const asked = figures.at(-1);
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1.5, fontSize: 14, fontWeight: 600, verticalAlign: 'middle' }}>
      <Box component="span" sx={{ flex: 1 }}>
        {name}
      </Box>
      <span>
        <Box component="span" sx={{ fontWeight: 400, fontSize: 13, color: 'tokens.ink2', mr: 0.75 }}>
          {asked?.label}
        </Box>
        {asked?.value}
      </span>
    </Box>
  );
}

function Figures({ figures }: Pick<StackedRow, 'figures'>): ReactNode {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1.5, fontSize: 13 }}
    >
      {figures.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'tokens.ink2' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
