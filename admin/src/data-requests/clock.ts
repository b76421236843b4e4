import { addDays } from '@linggong/core/domain';

/** How much time a request has left: whole days until its due day, negative when it is over; undefined for one that has ended. */
export function daysLeft(dueOn: string, ended: boolean, today: string): number | undefined {
  if (ended) return undefined;
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
}

/** The last due day that counts as near: today and the three days after it. */
export function nearDay(today: string): string {
  return addDays(today, 3);
}
