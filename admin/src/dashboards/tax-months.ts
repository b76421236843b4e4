import { overdueDays } from '../tax/overdue';
import type { TaxPeriodRow } from '../tax/tax';
import { today } from './days';

type Period = Pick<TaxPeriodRow, 'month' | 'state' | 'dueOn' | 'vatFen' | 'surchargeFen' | 'incomeTaxFen'>;

/** Months in one state of filing (申报进度), with the taxes that they come to. */
export interface FilingStep<P> {
  readonly name: 'toFile' | 'filed' | 'paid';
  readonly periods: readonly P[];
  readonly taxFen: number;
}

/** The months, oldest first, by how far their filing is: the running month is not to be filed yet. */
export function filingSteps<P extends Period>(months: readonly P[]): FilingStep<P>[] {
  const running = today().slice(0, 7);
  const step = (name: FilingStep<P>['name'], isIn: (period: P) => boolean): FilingStep<P> => {
    const periods = months.filter(isIn);
    return { name, periods, taxFen: periods.reduce((sum, period) => sum + taxOf(period), 0) };
  };
  return [
    step('toFile', ({ state, month }) => state === 'closed' || (state === 'open' && month < running)),
    step('filed', ({ state }) => state === 'filed'),
    step('paid', ({ state }) => state === 'paid'),
  ];
}

/** Income tax, VAT and surcharges of a month. */
function taxOf({ incomeTaxFen, vatFen, surchargeFen }: Period): number {
  return (incomeTaxFen ?? 0) + (vatFen ?? 0) + (surchargeFen ?? 0);
}

/** The month whose day comes first, and whether it has passed. */
export function firstDue<P extends Period>(periods: readonly P[]): { period: P; late: boolean } | undefined {
  const [period] = periods;
  return period && { period, late: overdueDays(period) > 0 };
}
