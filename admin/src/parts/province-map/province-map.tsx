import { provinces } from '@linggong/core/domain';
import { Box, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { countText } from '../money-text';
import { useText2 } from '../text2';
import { provinceTiles, type ProvinceTile } from './tiles';

export interface ProvinceCount {
  /** First two digits of GB/T 2260. */
  readonly code: string;
  readonly count: number;
  /** The list of what is counted; absent where nobody may open it. */
  readonly to?: string;
}

interface ProvinceMapProps {
  label: string;
  counts: readonly ProvinceCount[];
  /** Fills its place, with signs that grow with the screen: for a wall. */
  large?: boolean;
}

/** How many there are in each province (省级行政区): the figure stands in its field and opens what it counts; darker is more. */
export function ProvinceMap({ label, counts, large = false }: ProvinceMapProps): ReactNode {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        ...{ m: 0, p: 0, listStyle: 'none', maxWidth: large ? 'none' : 440, height: large ? '100%' : 'auto' },
        ...{ display: 'grid', gridTemplateColumns: 'repeat(8, minmax(0, 1fr))', gap: '2px' },
        gridAutoRows: large ? 'minmax(40px, 1fr)' : 44,
      }}
    >
      {provinceTiles.map((tile) => {
        const counted = counts.find(({ code }) => code === tile.code);
        return (
          <Field key={tile.code} tile={tile} counted={counted} share={(counted?.count ?? 0) / most} large={large} />
        );
      })}
    </Box>
  );
}

interface FieldProps {
  readonly tile: ProvinceTile;
  readonly counted: ProvinceCount | undefined;
  /** Of the largest count, 0 to 1. */
  readonly share: number;
  readonly large: boolean;
}

function Field({ tile, counted, share, large }: FieldProps): ReactNode {
  const text = useText2();
  const name = text(provinces[tile.code] ?? tile.short);
  const inside = (
    <>
      <Box
        component="span"
        sx={{ fontSize: large ? 'clamp(11px, .85vw, 17px)' : 11, color: counted ? 'tokens.ink' : 'tokens.ink2' }}
      >
        {text(tile.short)}
      </Box>
      {counted !== undefined && (
        <Box
          component="span"
          sx={{ fontSize: large ? 'clamp(13px, 1.1vw, 22px)' : 13, fontWeight: 600, color: 'tokens.ink' }}
        >
          {countText(counted.count)}
        </Box>
      )}
    </>
  );
  const look = {
    ...{ height: '100%', borderRadius: '3px', lineHeight: 1.25 },
    ...{ display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center' },
    // Light enough at its darkest for the figure to be read on it.
    backgroundColor: ({ palette: { tokens } }: Theme): string =>
      counted === undefined
        ? tokens.offBg
        : `color-mix(in srgb, ${tokens.accent} ${(8 + share * 37).toFixed(0)}%, ${tokens.card})`,
  } as const;
  return (
    <Box component="li" sx={{ gridRow: tile.row, gridColumn: tile.column, minWidth: 0 }}>
      {counted?.to === undefined ? (
        <Box title={name} sx={look}>
          {inside}
        </Box>
      ) : (
        <Box component={Link} to={counted.to} title={name} sx={look}>
          {inside}
        </Box>
      )}
    </Box>
  );
}
