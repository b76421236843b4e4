import { dayTyped } from './day-typed';

/**
 * An instant as people type it, in Beijing time (`2026-11-22 10:14`, `2026/11/2 9:05:30`): its UTC text; undefined for what is
 * no time of the calendar.
 */
export function momentTyped(text: string): string | undefined {
  const match = /^(\S+?)[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.normalize('NFKC').trim());
  const day = match === null ? undefined : dayTyped(match[1] ?? '');
  const [hour, minute, second] = [match?.[2], match?.[3], match?.[4]].map((part) => Number(part ?? 0));
  if (day === undefined || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const two = (part: number | undefined): string => String(part ?? 0).padStart(2, '0');
  return new Date(`${day}T${two(hour)}:${two(minute)}:${two(second)}+08:00`).toISOString();
}

/** What is wrong with a typed time that lies in the past; a clock of a bank may be five minutes ahead. */
export function momentFault(text: string, now: Date): 'moment.unread' | 'moment.ahead' | undefined {
  const instant = momentTyped(text);
  if (instant === undefined) return 'moment.unread';
  return Date.parse(instant) > now.getTime() + 5 * 60_000 ? 'moment.ahead' : undefined;
}
