import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Sizes follow the width of the screen, so that a wall of 1920 px is read from five metres and a phone is not overrun. */
export const sizes = {
  label: 'clamp(13px, 1.15vw, 24px)',
  note: 'clamp(12px, 1vw, 20px)',
  figure: 'clamp(22px, 2.3vw, 46px)',
  main: 'clamp(30px, 3.4vw, 68px)',
} as const;

interface PanelProps {
  title: string;
  children: ReactNode;
  /** Columns of the grid that it takes on a wide screen. */
  span?: number;
}

/** A question and what answers it. */
export function Panel({ title, children, span = 1 }: PanelProps): ReactNode {
  return (
    <Box
      component="section"
      sx={{
        ...{ bgcolor: 'tokens.card', border: '1px solid', borderColor: 'tokens.line', borderRadius: '10px' },
        ...{ p: 'clamp(12px, 1vw, 22px)', minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
        gridColumn: { md: `span ${span.toString()}` },
        containerType: 'inline-size',
      }}
    >
      <Box component="h2" sx={{ m: 0, fontSize: sizes.label, fontWeight: 500, color: 'tokens.ink2' }}>
        {title}
      </Box>
      {children}
    </Box>
  );
}

interface FigureProps {
  value: string;
  note?: ReactNode;
  main?: boolean;
}

/** Of the size of its type, what a character of an amount takes at most. */
const CHARACTER_WIDTH = 0.57;

/** The figure itself: tabular, never broken, and smaller where it would be wider than its panel. */
export function Figure({ value, note, main = false }: FigureProps): ReactNode {
  const widest = `calc(100cqi / ${(value.length * CHARACTER_WIDTH).toFixed(2)})`;
  return (
    <>
      <Box
        sx={{
          ...{
            fontSize: `min(${main ? sizes.main : sizes.figure}, ${widest})`,
            fontWeight: 650,
            lineHeight: 1.3,
            whiteSpace: 'nowrap',
          },
          ...{ fontVariantNumeric: 'tabular-nums', color: main ? 'tokens.accent' : 'tokens.ink', mt: 'auto' },
        }}
      >
        {value}
      </Box>
      {note !== undefined && <Box sx={{ fontSize: sizes.note, color: 'tokens.ink2' }}>{note}</Box>}
    </>
  );
}
