import { FEN_MAX, yuanText, type Fen } from '@linggong/core/domain';

/** Fen as `InstdAmt` and `CtrlSum` write it: yuan with two decimals, `100000.00`. */
export function isoAmount(fen: Fen): string {
  return yuanText(fen);
}

/**
 * Reads an ISO 20022 amount (`ActiveOrHistoricCurrencyAndAmount`: at most 18 digits, 5 of them behind the point) exactly.
 * Undefined for anything else, and for parts of a fen: nobody rounds a bank's money.
 */
export function fenOfIsoAmount(text: string): Fen | undefined {
  const match = /^\+?(\d{1,16})(?:\.(\d{0,5}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '0', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(2))) return undefined;
  const fen = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'));
  return fen > FEN_MAX ? undefined : fen;
}
