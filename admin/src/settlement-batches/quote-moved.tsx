import type { BatchDetail, NextAction } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { moneyText } from '../parts/money-text';
import { movedFigures } from './quote-change';

interface QuoteMovedProps {
  /** The figures that were asked about. */
  before: NextAction['effect'];
  beforeVersion: number;
  batch: BatchDetail;
  live: NextAction | undefined;
  /** Why the server quoted again; undefined where somebody else did it, or it is not told. */
  cause: string | undefined;
}

/** The quote is another one than when the sheet was opened: why, and which figures moved. Never a silent recomputation. */
export function QuoteMoved({ before, beforeVersion, batch, live, cause }: QuoteMovedProps): ReactNode {
  const translate = useTranslate();
  const moved = movedFigures(before, live?.effect ?? null);
  return (
    <Box role="status" sx={{ bgcolor: 'tokens.waitBg', borderRadius: '8px', p: '10px 14px', fontSize: 13 }}>
      <Box sx={{ fontWeight: 600 }}>
        {translate('batch.sheet.newQuote', { before: beforeVersion, after: batch.quoteVersion })}
      </Box>
      {cause !== undefined && <Box>{translate(`batch.sheet.cause.${cause}`, { _: '' })}</Box>}
      {live !== undefined && moved.length === 0 && <Box>{translate('batch.sheet.sameFigures')}</Box>}
      {moved.map(({ key, from, to }) => (
        <Box key={key}>
          {translate('batch.sheet.moved', {
            name: translate(`batch.effect.${key}`),
            from: moneyText(from),
            to: moneyText(to),
          })}
        </Box>
      ))}
    </Box>
  );
}
