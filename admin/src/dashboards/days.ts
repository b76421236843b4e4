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

/** Whole days from today to a day; negative when it has passed. */
export function daysUntil(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today()}T00:00:00Z`)) / 86_400_000);
}
