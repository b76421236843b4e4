import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { mono } from '../theme';
import { nothing } from './money-text';

/**
 * A masked identity number, card or phone as the server gives it: monospaced, so that the groups of stars line up.
 * The clear value is not here and is never asked for without a reason.
 */
export function Masked({ text }: { text: string | null | undefined }): ReactNode {
  if (text === null || text === undefined || text === '') return <span>{nothing}</span>;
  return (
    <Box component="span" sx={{ fontFamily: mono, fontSize: 12, color: 'tokens.ink2', whiteSpace: 'nowrap' }}>
      {grouped(text)}
    </Box>
  );
}

/** One form for every number: the digits that are left, and four stars for whatever is hidden: `430102 **** 2217`, `**** 0012`. */
export function grouped(text: string): string {
  return text.replace(/^(\d*) ?\*+ ?([\dXx]+)$/, (_whole, head: string, tail: string) => `${head} **** ${tail}`.trim());
}
