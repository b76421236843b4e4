import { addDays, shanghaiDay, startOfDay, type Day } from '@linggong/core/domain';
import { workingDayAfter, type WorkingDays } from '../calendar/working-days';
import type { Clock, SlaContent } from './sla-fields';

const minute = 60_000;
const hour = 3_600_000;
/** 1,000 working hours of one an hour a day, holidays and all. */
const longestSearchDays = 2_000;

/** The clock of a matter: one for its severity goes before one for every severity, the first before the next. */
export function clockFor(
  { clocks }: SlaContent,
  matter: string,
  severity: NonNullable<Clock['severity']>,
): Clock | undefined {
  const own = clocks.filter((clock) => clock.matter === matter);
  return own.find((clock) => clock.severity === severity) ?? own.find((clock) => clock.severity === null);
}

/**
 * When a clock that starts at an instant runs out. Working hours run within the hours of work of working days alone; working days end
 * with the last hour of work of the last of them, the day of the start not counted. Undefined where the calendar is never open.
 */
export function dueAt(sla: SlaContent, { amount, unit }: Clock, start: Date, days: WorkingDays): Date | undefined {
  switch (unit) {
    case 'hours':
      return new Date(start.getTime() + amount * hour);
    case 'days':
      return new Date(start.getTime() + amount * 24 * hour);
    case 'working-days': {
      const last = workingDayAfter(days, shanghaiDay(start), amount);
      return last === undefined ? undefined : at(last, sla.closes);
    }
    case 'working-hours':
      return afterWorkingTime(sla, amount * hour, start, days);
  }
}

function afterWorkingTime(sla: SlaContent, lengthMs: number, start: Date, days: WorkingDays): Date | undefined {
  let leftMs = lengthMs;
  let day = shanghaiDay(start);
  for (let searched = 0; searched < longestSearchDays; searched += 1) {
    if (days.isWorking(day)) {
      const from = Math.max(at(day, sla.opens).getTime(), start.getTime());
      const openMs = Math.max(0, at(day, sla.closes).getTime() - from);
      if (leftMs <= openMs) return new Date(from + leftMs);
      leftMs -= openMs;
    }
    day = addDays(day, 1);
  }
  return undefined;
}

/** The instant of a time of day in Shanghai. */
function at(day: Day, time: string): Date {
  return new Date(startOfDay(day).getTime() + minutesOf(time) * minute);
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
