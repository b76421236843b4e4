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

/** Long numbers break into the groups people read them in: 6-8-4 for identity numbers, fours for cards, 3-4-4 for phones. */
export function grouped(text: string): string {
  if (/^[\dXx*]{18}$/.test(text)) return `${text.slice(0, 6)} ${text.slice(6, 14)} ${text.slice(14)}`;
  if (/^[\d*]{15,19}$/.test(text)) return text.replace(/(.{4})(?=.)/g, '$1 ');
  if (/^[\d*]{11}$/.test(text)) return `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`;
  return text;
}
