import { parseYuan, type Fen, type YuanFault } from '@linggong/core/domain';
import type { LineFault, LineFaultCode } from './line-fault';

const codes: Readonly<Record<YuanFault, LineFaultCode>> = {
  empty: 'amount-missing',
  format: 'amount-format',
  fraction: 'amount-fraction',
  negative: 'amount-negative',
  range: 'amount-range',
};

/**
 * Most of one line: below ten thousand million yuan. Nobody is paid as much, and a telephone number of eleven digits that stands in
 * the column of amounts is none, so that it is nowhere kept as one.
 */
export const LINE_FEN_MAX: Fen = 999_999_999_999n;

export type ReadAmount = { readonly fen: Fen } | { readonly fault: LineFault };

/** A yuan amount as a sheet writes it. Nothing is guessed: a wrong guess pays wrong money. */
export function readAmount(text: string): ReadAmount {
  const parsed = parseYuan(text);
  return parsed.ok ? positive(parsed.fen) : { fault: { code: codes[parsed.reason] } };
}

/** An amount in fen as a JSON line gives it. */
export function positive(fen: Fen): ReadAmount {
  if (fen < 0n) return { fault: { code: 'amount-negative' } };
  if (fen === 0n) return { fault: { code: 'amount-zero' } };
  return fen > LINE_FEN_MAX ? { fault: { code: 'amount-range' } } : { fen };
}
