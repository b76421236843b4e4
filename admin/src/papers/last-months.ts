import { addMonths, monthOf, shanghaiDay, type Month } from '@linggong/core/domain';

const shownMonths = 13;

/** This month of Shanghai and the twelve before it, the newest first. */
export function lastMonths(now: Date): Month[] {
  const current = monthOf(shanghaiDay(now));
  return Array.from({ length: shownMonths }, (_, back) => addMonths(current, -back));
}
