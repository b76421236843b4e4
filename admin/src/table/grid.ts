import { styled } from '@mui/material/styles';
import { mono, size } from '../theme';

/**
 * The house table: 13 px, 36 px rows, heading quiet, lines thin. One styled element for the whole table: a hundred rows of
 * cells that each carry their own style would cost more than the data.
 */
export const Grid = styled('table')(({ theme }) => {
  const t = theme.palette.tokens;
  return {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: 13,
    '& th, & td': {
      height: size.row,
      padding: '0 10px',
      borderBottom: `1px solid ${t.line}`,
      whiteSpace: 'nowrap',
      textAlign: 'left',
    },
    '& thead th': { fontWeight: 500, color: t.ink3, backgroundColor: t.head, position: 'sticky', top: 0, zIndex: 2 },
    '& th:first-of-type, & td:first-of-type': { paddingLeft: 14 },
    '& tbody tr:last-of-type td': { borderBottom: 0 },
    '& .n': { textAlign: 'right' },
    // A figure at the right and a word at the left must not touch.
    '& .n + th:not(.n), & .n + td:not(.n)': { paddingLeft: 24 },
    '& .mono': { fontFamily: mono, fontSize: 12, color: t.ink2 },
    '& .check': { width: 34, padding: '0 0 0 8px' },
    '& tbody tr[data-open]': { cursor: 'pointer' },
    '& tbody tr[data-open]:hover > td': { backgroundColor: t.head },
    '& tbody tr[data-cursor] > td': { backgroundColor: t.accentBg },
    '& tbody tr[data-cursor] > td:first-of-type': { boxShadow: `inset 2px 0 ${t.accent}` },
    '& tbody tr[data-opened] > td': { backgroundColor: t.open, borderBottom: 0 },
    '& tbody tr.group > th': { fontWeight: 600, color: t.ink2, backgroundColor: t.head },
    '& tbody tr.inner > td': {
      height: 'auto',
      backgroundColor: t.open,
      padding: '0 10px 14px 38px',
      whiteSpace: 'normal',
    },
    '& tfoot td': {
      position: 'sticky',
      bottom: 0,
      fontWeight: 600,
      backgroundColor: t.head,
      borderTop: `1px solid ${t.line}`,
      borderBottom: 0,
    },
    '& button.sort': {
      all: 'unset',
      cursor: 'pointer',
      display: 'inline-flex',
      alignItems: 'center',
      gap: 2,
      '&:focus-visible': { outline: `2px solid ${t.accent}` },
      '& svg': { fontSize: 14 },
    },
    '& .act': { position: 'sticky', right: 0, backgroundColor: t.card, boxShadow: `inset 1px 0 ${t.line}`, zIndex: 1 },
    '& thead .act': { backgroundColor: t.head, zIndex: 3 },
    '& td.cut': { maxWidth: 210, overflow: 'hidden', textOverflow: 'ellipsis' },
  };
});

/** The small table inside a row or a card: 28 px rows. */
export const SmallGrid = styled(Grid)(({ theme }) => ({
  width: 'auto',
  backgroundColor: theme.palette.tokens.card,
  border: `1px solid ${theme.palette.tokens.accentLine}`,
  borderRadius: 6,
  overflow: 'hidden',
  '& th, & td': { height: 28, fontSize: 12 },
  '& thead th': { position: 'static' },
}));

/** The frame of a table: scrolls sideways inside itself, never the page. */
export const Frame = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.palette.tokens.line}`,
  borderRadius: 8,
  overflow: 'auto',
  position: 'relative',
  // A table that goes on beyond the edge casts a shadow there; the covers scroll with it and hide the shadow at its end.
  background: [
    `linear-gradient(to right, ${theme.palette.tokens.card} 45%, transparent) left / 32px 100% no-repeat local`,
    `linear-gradient(to left, ${theme.palette.tokens.card} 45%, transparent) right / 32px 100% no-repeat local`,
    'linear-gradient(to right, rgba(0, 0, 0, .22), transparent) left / 12px 100% no-repeat scroll',
    'linear-gradient(to left, rgba(0, 0, 0, .22), transparent) right / 12px 100% no-repeat scroll',
    theme.palette.tokens.card,
  ].join(', '),
}));
