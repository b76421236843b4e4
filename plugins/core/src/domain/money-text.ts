import { FEN_MAX, type Fen, type RateMillionths } from './money';

/** Why an amount text was refused; the caller words it for its user. */
export type YuanFault = 'empty' | 'format' | 'fraction' | 'negative' | 'range';
export type ParsedYuan = { ok: true; fen: Fen } | { ok: false; reason: YuanFault };

/**
 * Reads a yuan amount as people type it in a sheet: digits, at most two decimals, nothing else. `1e5`, `1,000.00`,
 * `¥100`, full-width digits and formulas are refused rather than guessed: a wrong guess pays wrong money.
 */
export function parseYuan(text: string): ParsedYuan {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, reason: 'empty' };
  const match = /^(-?)(\d{1,14})(?:\.(\d*))?$/.exec(trimmed);
  if (!match) return { ok: false, reason: 'format' };
  const [, sign, whole = '0', fraction = ''] = match;
  if (sign === '-') return { ok: false, reason: 'negative' };
  if (trimmed.endsWith('.')) return { ok: false, reason: 'format' };
  if (fraction.length > 2 && /[1-9]/.test(fraction.slice(2))) return { ok: false, reason: 'fraction' };
  const fen = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'));
  return fen > FEN_MAX ? { ok: false, reason: 'range' } : { ok: true, fen };
}

/** Fen as plain yuan text with two decimals and no separators: `-5n` → `-0.05`. */
export function yuanText(fen: Fen): string {
  const sign = fen < 0n ? '-' : '';
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Fen as people read yuan in a sentence or a table: `-123450n` → `−1,234.50`, with a real minus sign (U+2212). */
export function groupedYuanText(fen: Fen): string {
  return groupThousands(yuanText(fen));
}

/** Thousands separators in a decimal text, its digits as they are: `-1234567.891` → `−1,234,567.891`. */
export function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '\u2212');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Decimal text of a rate (`"0.006"`, at most six decimals) as millionths; undefined when it is not one. */
export function parseRate(text: string): RateMillionths | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  return BigInt(match[1] ?? '0') * 1_000_000n + BigInt((match[2] ?? '').padEnd(6, '0'));
}

/** Millionths as the shortest decimal text with at least two decimals: `100_000n` → `0.10`. */
export function rateText(rate: RateMillionths): string {
  const digits = rate.toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0{1,4}$/, '');
  return `${digits.slice(0, -6)}.${fraction}`;
}
