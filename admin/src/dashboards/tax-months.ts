import type { TaxPeriodRow } from '../tax/tax';

/** Of the months, oldest first: the present one, and the oldest that is not filed yet – the one whose day comes first. */
export function boardMonths<P extends Pick<TaxPeriodRow, 'state'>>(
  months: readonly P[],
): { current: P | undefined; waiting: P | undefined } {
  return { current: months.at(-1), waiting: months.find(({ state }) => state === 'open' || state === 'closed') };
}
