import type { Fen, RateMillionths } from '@linggong/core/domain';
import { parameterMissing } from './parameter-missing';
import type { VatAmounts } from './surcharges';
import { isReached, monthDue, salesOf } from './vat';
import type { VatMonth } from './vat-month';
import type { VatRules } from './vat-rules';

/** The month of a worker cleared after its end (月度清缴): what he owes in law against what was charged on his payments. */
export interface Clearing {
  readonly salesFen: Fen;
  readonly reached: boolean;
  readonly due: VatAmounts;
  /** Still to be collected (补). */
  readonly missing: VatAmounts;
  /** Charged too much (退), after a void. */
  readonly excess: VatAmounts;
}

/**
 * Clears a month once everything is known: sales on other platforms, pushed by the tax authority, are tax-exclusive and count
 * towards the threshold, so they can make VAT fall due on payments that were exempt when they were paid.
 * @throws Problem 422 `tax-parameter-missing` when no threshold is in force.
 */
export function clearMonth(
  month: VatMonth,
  elsewhereSalesFen: Fen,
  urbanRate: RateMillionths,
  rules: VatRules,
): Clearing {
  const threshold = rules.monthThreshold;
  if (!threshold) throw parameterMissing('vatMonthThreshold', rules.day);
  const salesFen = salesOf(month.grossFen, rules) + month.otherSalesFen + elsewhereSalesFen;
  const reached = isReached(salesFen, threshold);
  const due = monthDue(month, urbanRate, salesFen, reached, rules);
  return { salesFen, reached, due, missing: above(due, month), excess: above(month, due) };
}

function above(left: VatAmounts, right: VatAmounts): VatAmounts {
  return {
    vatFen: difference(left.vatFen, right.vatFen),
    urbanMaintenanceFen: difference(left.urbanMaintenanceFen, right.urbanMaintenanceFen),
    educationFen: difference(left.educationFen, right.educationFen),
    localEducationFen: difference(left.localEducationFen, right.localEducationFen),
  };
}

function difference(left: Fen, right: Fen): Fen {
  return left > right ? left - right : 0n;
}
