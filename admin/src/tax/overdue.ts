import type { TaxPeriodRow } from './tax';
import { daysUntil } from '../dashboards/days';

/** Days since a month should have been filed; 0 where it was filed, or there is time left. */
export function overdueDays({ state, dueOn }: Pick<TaxPeriodRow, 'state' | 'dueOn'>): number {
  const isFiled = state === 'filed' || state === 'paid';
  return isFiled ? 0 : Math.max(0, -daysUntil(dueOn));
}
