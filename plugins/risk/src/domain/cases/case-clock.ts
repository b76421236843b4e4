import { addDays, shanghaiDay, startOfDay, type Day } from '@linggong/core/domain';
import type { Severity } from './case-lifecycle';

/** Working hours within which a case is closed (办结时限). */
export const caseHours: Readonly<Record<Severity, number>> = { critical: 4, high: 8, medium: 24, low: 40 };

/** The working day of the platform in Asia/Shanghai, in hours since midnight. */
const OPENS = 9;
const CLOSES = 18;
const HOUR_MS = 3_600_000;

/** Days that are looked at to place a clock: a year, beyond any number of hours that is given here. */
const DAYS_MAX = 366;

/** Monday to Friday; holidays come with the calendar (工作日历). */
export function isWeekday(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The instant at which so many working hours have passed since `from`.
 * @throws RangeError where a year of days holds fewer working hours
 */
export function afterWorkingHours(from: Date, hours: number, isWorkingDay: (day: Day) => boolean = isWeekday): Date {
  let left = hours * HOUR_MS;
  let day = shanghaiDay(from);
  for (let looked = 0; looked < DAYS_MAX; looked += 1, day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const midnight = startOfDay(day).getTime();
    const start = Math.max(from.getTime(), midnight + OPENS * HOUR_MS);
    const end = midnight + CLOSES * HOUR_MS;
    if (start >= end) continue;
    if (left <= end - start) return new Date(start + left);
    left -= end - start;
  }
  throw new RangeError(`no ${hours} working hours within a year`);
}

/** By when a case of this severity is to be closed. */
export function caseDueAt(from: Date, severity: Severity): Date {
  return afterWorkingHours(from, caseHours[severity]);
}
