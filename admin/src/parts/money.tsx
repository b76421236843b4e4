import { Box, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { amountInWords, moneyText, nothing, toFen, yuanSignText, type FenLike } from './money-text';

interface MoneyProps {
  fen: FenLike;
  /** Totals carry the currency sign and tell fen and capitals on hover. */
  total?: boolean;
  /** False leaves the ¥ of a total out, where a heading already says what it is. */
  sign?: boolean;
  strong?: boolean;
}

/** An amount. In tables bare; as a total with ¥, and its fen and capitals (大写) on hover; on paper the capitals behind it. */
export function Money({ fen, total = false, sign = total, strong = false }: MoneyProps): ReactNode {
  const text = sign ? yuanSignText(fen) : moneyText(fen);
  const body = (
    <Box component="span" sx={{ whiteSpace: 'nowrap', fontWeight: strong ? 600 : undefined }}>
      {text}
    </Box>
  );
  return total && text !== nothing ? <Words fen={fen}>{body}</Words> : body;
}

function Words({ fen, children }: { fen: FenLike; children: ReactNode }): ReactNode {
  const translate = useTranslate();
  const count = toFen(fen)?.toString() ?? '';
  return (
    <Tooltip title={`${amountInWords(fen)} · ${translate('money.fen', { count })}`}>
      <span data-words={amountInWords(fen)}>{children}</span>
    </Tooltip>
  );
}
