import { countText, moneyText, nothing } from '../parts/money-text';
import type { ReviewFigure } from './period-review';

/** A figure as it is read: pieces with separators, money in yuan, shares with two decimals. */
export function figureText(value: number | null, unit: ReviewFigure['unit']): string {
  if (value === null) return nothing;
  if (unit === 'fen') return `¥${moneyText(value)}`;
  if (unit === 'basis-points') return `${(value / 100).toFixed(2)}%`;
  return countText(value);
}
