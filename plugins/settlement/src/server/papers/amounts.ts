import { amountInCapitals, groupedYuanText, type Text2 } from '@linggong/core/domain';

/** `¥1,234.50（人民币壹仟贰佰叁拾肆元伍角整）`, as on a payment order. */
export const inCapitals = (fen: bigint): string => `¥${groupedYuanText(fen)}（${amountInCapitals(fen)}）`;

export const yuan = (fen: bigint): string => groupedYuanText(fen);

/** `2026-11-22 11:00`, the time of Shanghai. */
export function minuteText(at: Date | null): string {
  if (at === null) return '—';
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export const text = (zh: string, en: string): Text2 => ({ zh, en });
