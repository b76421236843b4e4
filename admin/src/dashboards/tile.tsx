import { Box, Skeleton } from '@mui/material';
import { Children, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

interface TileProps {
  /** The question that the tile answers. */
  question: string;
  /** Undefined while it is on its way. */
  value: ReactNode | undefined;
  note?: ReactNode;
  to?: string;
  failed?: boolean;
}

/** One question, one figure. */
export function Tile({ question, value, note, to, failed = false }: TileProps): ReactNode {
  const translate = useTranslate();
  const body = (
    <>
      <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>{question}</Box>
      <Box sx={{ fontSize: 21, fontWeight: 600, letterSpacing: '-.2px', lineHeight: 1.5, color: 'tokens.ink' }}>
        {failed ? translate('dashboard.failed') : (value ?? <Skeleton width={90} />)}
      </Box>
      {note !== undefined && <Box sx={{ fontSize: 12, color: 'tokens.ink2' }}>{note}</Box>}
    </>
  );
  const sx = {
    bgcolor: 'tokens.card',
    border: '1px solid',
    borderColor: 'tokens.line',
    borderRadius: '8px',
    p: '12px 16px',
    mb: 1.5,
    minWidth: 0,
    // Question, figure and note stand on the same lines as those of the tiles beside it, however many lines a question takes.
    display: 'grid',
    gridRow: 'span 3',
    gridTemplateRows: 'subgrid',
    color: 'inherit',
  } as const;
  if (to === undefined) return <Box sx={sx}>{body}</Box>;
  return (
    <Box
      component={Link}
      to={to}
      sx={{ ...sx, '&:hover': { textDecoration: 'none', borderColor: 'tokens.accentLine' } }}
    >
      {body}
    </Box>
  );
}

/** Up to six tiles: four in a row where they come by four, else three. */
export function Tiles({ children }: { children: ReactNode }): ReactNode {
  const columns = Children.toArray(children).length % 4 === 0 ? 4 : 3;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', md: `repeat(${columns.toString()}, minmax(0, 1fr))` },
        columnGap: 1.5,
      }}
    >
      {children}
    </Box>
  );
}

/** Address of a filtered list. */
export function listAt(resource: string, filter: Readonly<Record<string, unknown>>): string {
  return Object.keys(filter).length === 0
    ? `/${resource}`
    : `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
