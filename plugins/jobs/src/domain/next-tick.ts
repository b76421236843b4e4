import { addDays, shanghaiDay, startOfDay } from '@linggong/core/domain';

export type TickRule =
  | { readonly daily: string }
  /** `day` 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
  | { readonly weekly: { readonly day: number; readonly at: string } }
  | { readonly everyMs: number };

const minuteMs = 60_000;

/** The next instant at which a schedule is due after `now`. Missed ticks are not made up: one follows, not twenty. */
export function nextTick(rule: TickRule, now: Date): Date {
  if ('everyMs' in rule) return new Date(now.getTime() + rule.everyMs);
  const today = shanghaiDay(now);
  const day = 'daily' in rule ? today : addDays(today, (rule.weekly.day - weekdayOf(today) + 7) % 7);
  const [at, step] = 'daily' in rule ? [rule.daily, 1] : [rule.weekly.at, 7];
  const next = instantOf(day, at);
  return next > now ? next : instantOf(addDays(day, step), at);
}

/** 1 (Monday) to 7 (Sunday) of a calendar day. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * The first tick after a schedule was installed, or after the clock or its rule was set back: repeated work begins at once,
 * daily and weekly work at its time.
 */
export function firstTick(rule: TickRule, now: Date): Date {
  return 'everyMs' in rule ? now : nextTick(rule, now);
}

function instantOf(day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(day).getTime() + (hours * 60 + minutes) * minuteMs);
}
