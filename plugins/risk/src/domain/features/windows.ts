import type { Text2 } from '@linggong/core/domain';

/** Windows end with the day of the decision (Asia/Shanghai) and count it: `day` is that day alone. */
export type Window = 'day' | 'week' | 'month' | 'year';

export const windowDays: Readonly<Record<Window, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** As a label says them: rolling days, so that nobody starts anew with a calendar month. */
export const windowTexts: Readonly<Record<Window, Text2>> = {
  day: { zh: '当日', en: 'today' },
  week: { zh: '近 7 天', en: 'in the last 7 days' },
  month: { zh: '近 30 天', en: 'in the last 30 days' },
  year: { zh: '近 365 天', en: 'in the last 365 days' },
};

/**
 * How far devices and addresses are followed: at most so many of a payee, and of each at most so many people, those seen last. An exit
 * that a whole network shares is bounded by it, and tells of itself by reaching the bound.
 */
export const signalBounds = { ofPayee: 10, people: 200 } as const;

/** A velocity compares the last 7 days with the four weeks before them. */
export const velocityDays = { recent: 7, before: 28 } as const;
