import { previousMonth, type Month } from '@linggong/core/domain';
import { dayOf } from '../parts/time-text';

/** Begin of a Shanghai day as the UTC instant that filters want. */
export function startOf(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

export function today(): string {
  return dayOf(new Date());
}

/** Seven days back, today included. */
export function weekAgo(): string {
  return dayOf(new Date(Date.now() - 6 * 86_400_000));
}

/** The last months with the present one, oldest first. */
export function lastMonths(count: number): Month[] {
  const months: Month[] = [today().slice(0, 7)];
  while (months.length < count) months.unshift(previousMonth(months[0] ?? ''));
  return months;
}

/** Whole days from today to a day; negative when it has passed. */
export function daysUntil(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today()}T00:00:00Z`)) / 86_400_000);
}
