import { nothing } from '../parts/money-text';
import type { ReplayReport } from './configuration';

/** Such as `1.3%`; what is there but less than a tenth of a percent is not told as nothing. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0) return nothing;
  const tenths = Math.round((part * 1000) / whole);
  if (part > 0 && tenths === 0) return '<0.1%';
  return `${Math.trunc(tenths / 10).toString()}.${(tenths % 10).toString()}%`;
}

/** The money of groups together, in fen; undefined where none of them has any. */
export function sumFen(groups: ReplayReport['groups']): number | undefined {
  const amounts = groups.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  return amounts.length === 0 ? undefined : amounts.reduce((sum, fen) => sum + fen, 0);
}
