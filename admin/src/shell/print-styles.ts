import type { CSSObject } from '@mui/material';

/**
 * A page on paper (打印样式, A4): its content alone, black on white. What can only be pressed stays on the screen; a table shows all of its rows and
 * repeats its headings on each sheet; a row or a card is not cut in two; an amount in total says itself in capitals.
 */
export const printStyles: CSSObject = {
  '@page': { size: 'A4', margin: '14mm' },
  '@media print': {
    ':root, body': { colorScheme: 'light', background: '#fff !important', color: '#000 !important' },
    '*': { boxShadow: 'none !important' },
    'main#main-content *': { color: '#000 !important', backgroundColor: 'transparent !important' },
    'body header, nav:not([data-print]), button, .MuiButton-root, .MuiFormControl-root, .MuiDrawer-root, .MuiPopper-root, .MuiSnackbar-root':
      { display: 'none !important' },
    'div:has(> div > nav#navigation)': { display: 'none !important' },
    'main#main-content': { display: 'block', padding: '0 !important' },
    'main#main-content header': { display: 'block !important' },
    // Headings that sort are buttons; as boxes of their own they would stand on the first sheet only.
    'main#main-content th button': { display: 'contents !important', color: 'inherit' },
    'main#main-content [role="region"]': { maxHeight: 'none !important', overflow: 'visible !important' },
    'main#main-content thead': { display: 'table-header-group' },
    'main#main-content tfoot': { display: 'table-row-group' },
    'main#main-content th, main#main-content td': {
      position: 'static !important',
      height: 'auto !important',
      maxWidth: 'none !important',
      padding: '3px 6px !important',
      fontSize: '10px !important',
    },
    // Names of companies are broken, figures and numbers are not.
    'main#main-content td.cut, main#main-content td:nth-of-type(2)': {
      whiteSpace: 'normal !important',
      minWidth: '8em',
    },
    'main#main-content tr, main#main-content dl > div': { breakInside: 'avoid' },
    'main#main-content [data-words]::after': {
      content: '" (" attr(data-words) ")"',
      whiteSpace: 'normal',
      fontSize: '11px',
    },
    // What a page would show only when somebody presses for it leaves no heading without anything under it.
    '[data-screen]': { display: 'none !important' },
    a: { color: 'inherit !important' },
  },
};
