import { GlobalStyles } from '@mui/material';
import type { ReactNode } from 'react';

const styles = {
  '@media print': {
    '@page': { margin: '14mm' },
    // The frame of the console, and what can only be pressed.
    'header, nav, button, .MuiFormControl-root': { display: 'none !important' },
    'div:has(> div > nav#navigation)': { display: 'none !important' },
    'main#main-content': { padding: '0 !important' },
    'main#main-content header': { display: 'block !important' },
    'body, main#main-content, main#main-content section': { background: '#fff !important', color: '#000 !important' },
    'main#main-content section': { breakInside: 'avoid' },
    'main#main-content *': { printColorAdjust: 'exact' },
  },
};

/** On paper there is the list alone, dark on white, and no control is cut in two. */
export function PrintStyles(): ReactNode {
  return <GlobalStyles styles={styles} />;
}
