import { amountInCapitals, groupedYuanText, groupThousands } from '@linggong/core/domain';

/** Amounts come as integer fen: a JSON number within 2^53, or a bigint where we computed. */
export type FenLike = number | bigint | null | undefined;

/** What stands where there is no amount. Never "null", never "0.00". */
export const nothing = '—';

/**
 * Fen as people read money: `123456` → `1,234.56`, negative with a real minus sign (U+2212).
 * What is not an integer of fen shows as a dash: a wrong figure is worse than none.
 */
export function moneyText(fen: FenLike): string {
  const amount = toFen(fen);
  return amount === undefined ? nothing : groupedYuanText(amount);
}

/** The same with the currency sign, for headings and totals only. */
export function yuanSignText(fen: FenLike): string {
  const text = moneyText(fen);
  if (text === nothing) return nothing;
  return text.startsWith('\u2212') ? `\u2212¥${text.slice(1)}` : `¥${text}`;
}

/** Exact fen, or undefined for what is no amount. */
export function toFen(fen: FenLike): bigint | undefined {
  if (typeof fen === 'bigint') return fen;
  if (typeof fen !== 'number' || !Number.isSafeInteger(fen)) return undefined;
  return BigInt(fen);
}

/** For the hover of a total: fen and Chinese capitals (大写), as on a payment order. */
export function amountInWords(fen: FenLike): string {
  const amount = toFen(fen);
  return amount === undefined ? '' : amountInCapitals(amount);
}

/** `1234567` → `1,234,567`; for counts. */
export function countText(count: number | null | undefined): string {
  if (typeof count !== 'number' || !Number.isFinite(count)) return nothing;
  return groupThousands(Math.round(count).toString());
}

/**
 * A rate (decimal text `"0.006"`, or millionths as integer) as percent: `0.6%`, `3%`. Digits are moved as text, never computed in floats.
 */
export function percentText(rate: string | number | null | undefined): string {
  const millionths = typeof rate === 'number' ? rate : millionthsOf(rate ?? '');
  if (millionths === undefined || !Number.isSafeInteger(millionths)) return nothing;
  const whole = Math.trunc(millionths / 10_000);
  const fraction = (millionths % 10_000).toString().padStart(4, '0').replace(/0+$/, '');
  return `${whole.toString()}${fraction === '' ? '' : `.${fraction}`}%`;
}

function millionthsOf(text: string): number | undefined {
  const match = /^(\d{1,4})(?:\.(\d{1,6}))?$/.exec(text);
  return match ? Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0')) : undefined;
}
