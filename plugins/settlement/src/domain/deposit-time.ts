import { shanghaiDay, startOfDay } from '@linggong/core/domain';

/** Clocks of banks differ a little from ours; a deposit beyond this has not arrived. */
const AHEAD_MS = 5 * 60_000;
/** Years that may still be recorded: what is older belongs to closed books, and to a person. */
const YEARS_BACK = 2;

/** First and last instant at which a deposit that is recorded now may have arrived. */
export function depositTimes(now: Date): { from: Date; to: Date } {
  const today = shanghaiDay(now);
  // 29 February of a leap year has no day two years back; the first of March is as good a bound.
  const from = startOfDay(`${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4).replace('-02-29', '-03-01')}`);
  return { from, to: new Date(now.getTime() + AHEAD_MS) };
}
