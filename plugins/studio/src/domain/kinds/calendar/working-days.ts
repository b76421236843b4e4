import { addDays, yearOf, type Day, type Text2 } from '@linggong/core/domain';
import type { CalendarContent } from './calendar-fields';

/** A calendar made ready for many questions. */
export interface WorkingDays {
  /** Whether the calendar has the year of a day. Where it has not, weekends alone are days off. */
  knows(day: Day): boolean;
  isWorking(day: Day): boolean;
  /** Why a day is off, or worked though it is a weekend. */
  nameOf(day: Day): Text2 | undefined;
}

export function workingDaysOf({ years }: CalendarContent): WorkingDays {
  const known = new Set(years.map(({ year }) => year));
  const off = new Map(years.flatMap(({ holidays }) => holidays.map(({ day, name }) => [day, name] as const)));
  const on = new Map(years.flatMap(({ workdays }) => workdays.map(({ day, name }) => [day, name] as const)));
  return {
    knows: (day) => known.has(yearOf(day)),
    isWorking: (day) => on.has(day) || (!off.has(day) && !isWeekend(day)),
    nameOf: (day) => on.get(day) ?? off.get(day),
  };
}

export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** No holiday of the world is this long: a calendar that is off for longer has no working day to find. */
const longestBreak = 400;

/**
 * The working day that lies `count` working days after a day; the day itself, or the next that is worked, for 0. Undefined where the
 * calendar has no working day for longer than a year.
 */
export function workingDayAfter({ isWorking }: WorkingDays, day: Day, count: number): Day | undefined {
  let [current, left, searched] = [day, count, 0];
  while (left > 0 || !isWorking(current)) {
    current = addDays(current, 1);
    searched += 1;
    if (searched > longestBreak) return undefined;
    if (!isWorking(current)) continue;
    searched = 0;
    if (left > 0) left -= 1;
  }
  return current;
}

/** What is missing of the calendar on a day (年度缺失预警): this year, or the next one once the State Council publishes it in autumn. */
export function calendarGap({ years }: CalendarContent, today: Day): Text2 | undefined {
  const autumn = '-11-01';
  const year = yearOf(today);
  const needed = today.slice(4) >= autumn ? [year, year + 1] : [year];
  const missing = needed.find((one) => !years.some((entry) => entry.year === one && !entry.provisional));
  if (missing === undefined) return undefined;
  return {
    zh: `工作日历缺少 ${missing} 年的放假安排，请按国务院办公厅通知补充`,
    en: `The calendar lacks the arrangement of ${missing}; add it from the notice of the State Council`,
  };
}
