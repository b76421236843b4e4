import { FEN_MAX, parseYuan, type Fen, type YuanFault } from '@linggong/core/domain';
import type { LineFault, LineFaultCode } from './line-fault';

const codes: Readonly<Record<YuanFault, LineFaultCode>> = {
  empty: 'amount-missing',
  format: 'amount-format',
  fraction: 'amount-fraction',
  negative: 'amount-negative',
  range: 'amount-range',
};

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
  return fen > FEN_MAX ? { fault: { code: 'amount-range' } } : { fen };
}
