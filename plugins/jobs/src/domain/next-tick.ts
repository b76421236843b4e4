import { addDays, shanghaiDay, startOfDay } from '@linggong/core/domain';

export type TickRule = { readonly daily: string } | { readonly everyMs: number };

const minuteMs = 60_000;

/** The next instant at which a schedule is due after `now`. Missed ticks are not made up: one follows, not twenty. */
export function nextTick(rule: TickRule, now: Date): Date {
  if ('everyMs' in rule) return new Date(now.getTime() + rule.everyMs);
  const today = instantOf(shanghaiDay(now), rule.daily);
  return today > now ? today : instantOf(addDays(shanghaiDay(now), 1), rule.daily);
}

/**
 * The first tick after a schedule was installed, or after the clock or its rule was set back: repeated work begins at once,
 * daily work at its time.
 */
export function firstTick(rule: TickRule, now: Date): Date {
  return 'everyMs' in rule ? now : nextTick(rule, now);
}

function instantOf(day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(day).getTime() + (hours * 60 + minutes) * minuteMs);
}
