import { styled } from '@mui/material';
import { size } from '../../theme';

/** Widths of the grid: what stands before the columns, a column, a column of texts, note and basis. */
export const widths = { head: 76, hits: 84, column: 168, text2: 220, note: 180 } as const;

/** The grid and what it scrolls in: headings and row numbers stay in sight. */
export const GridFrame = styled('div')(({ theme: { palette } }) => ({
  overflow: 'auto',
  maxHeight: 'calc(100vh - 260px)',
  minHeight: 200,
  border: `1px solid ${palette.tokens.line}`,
  borderRadius: 8,
  backgroundColor: palette.tokens.card,
  fontSize: 13,
  '&:focus-visible': { outline: `2px solid ${palette.tokens.accent}`, outlineOffset: -2 },
  // Lines and cells are plain elements: a thousand of them are drawn while somebody scrolls.
  '& .line': {
    display: 'grid',
    position: 'absolute',
    left: 0,
    height: size.row,
    backgroundColor: palette.tokens.card,
    '&.head': {
      position: 'sticky',
      top: 0,
      zIndex: 3,
      height: 46,
      backgroundColor: palette.tokens.head,
      color: palette.tokens.ink2,
    },
    '&.off': { color: palette.tokens.off, backgroundColor: palette.tokens.offBg },
    '&.off [role=gridcell]': { textDecoration: 'line-through' },
    '&.hit': { backgroundColor: palette.tokens.goodBg },
    '&.lifted': { opacity: 0.5 },
    // Above the cells, which have backgrounds of their own.
    '&.over::after': {
      content: '""',
      position: 'absolute',
      left: 0,
      right: 0,
      top: -1,
      height: 3,
      zIndex: 2,
      backgroundColor: palette.tokens.accent,
    },
    '&.over.below::after': { top: 'auto', bottom: -1 },
  },
  '& .handle': { width: 18, flex: 'none', display: 'inline-flex', color: palette.tokens.ink3, touchAction: 'none' },
  '& [aria-hidden].handle': { cursor: 'grab' },
  '& .cell': {
    padding: '0 10px',
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    minWidth: 0,
    borderRight: `1px solid ${palette.tokens.line}`,
    borderBottom: `1px solid ${palette.tokens.line}`,
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '&.end': { justifyContent: 'flex-end' },
    '&.any': { color: palette.tokens.ink3 },
    '&.output': { fontWeight: 600 },
    '&.fault': { boxShadow: `inset 0 0 0 1px ${palette.tokens.bad}`, color: palette.tokens.bad },
    '&.hint': { boxShadow: `inset 0 0 0 1px ${palette.tokens.waitBar}` },
    '&.found': { backgroundColor: palette.tokens.waitBg },
    '&[aria-selected=true]': { backgroundColor: palette.tokens.accentBg },
    '&.active': { outline: `2px solid ${palette.tokens.accent}`, outlineOffset: -2 },
    '&.number': {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      padding: '0 4px',
      gap: 2,
      backgroundColor: palette.tokens.head,
      color: palette.tokens.ink2,
    },
  },
}));
