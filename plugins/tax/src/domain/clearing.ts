import type { Day, Fen, RateMillionths } from '@linggong/core/domain';
import { parameterMissing } from './parameter-missing';
import { NO_VAT, vatDifference, withSurcharges, type VatAmounts } from './surcharges';
import { isReached, monthDue, salesOf } from './vat';
import type { VatDay, VatMonth } from './vat-month';
import type { VatRules } from './vat-rules';

/** A month or day of a worker cleared (清缴): what it owes in law against what was charged on its payments. */
export interface Clearing {
  readonly salesFen: Fen;
  readonly reached: boolean;
  readonly due: VatAmounts;
  /** Due less charged: above zero still to be collected (补), below zero charged too much (退), after a void. */
  readonly change: VatAmounts;
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
  if (month.grossFen === 0n) return nothingDue(month);
  const threshold = rules.monthThreshold;
  if (!threshold) throw parameterMissing('vatMonthThreshold', rules.day);
  const salesFen = salesOf(month.grossFen, rules) + month.otherSalesFen + elsewhereSalesFen;
  const reached = isReached(salesFen, threshold);
  const due = monthDue(month, urbanRate, salesFen, reached, rules);
  return { salesFen, reached, due, change: vatDifference(due, month) };
}

/** What the payments of a day owe together whose VAT the payer withholds; each alone where the unit is the payment. */
export function clearDay(day: VatDay, urbanRate: RateMillionths, rules: VatRules): Clearing {
  if (day.grossFen === 0n) return nothingDue(day);
  const salesFen = salesOf(day.grossFen, rules);
  // Each payment was charged by itself, whatever others came on its day: a void changes nothing for them.
  if (rules.transactionUnit === 'payment') return { salesFen, reached: false, due: amountsOf(day), change: NO_VAT };
  const threshold = rules.transactionThreshold;
  if (!threshold) throw parameterMissing('vatTransactionThreshold', rules.day);
  const reached = isReached(salesFen, threshold);
  const taxedFen = reached ? day.grossFen : day.specialFen;
  const due =
    taxedFen === 0n ? NO_VAT : withSurcharges(taxedFen - salesOf(taxedFen, rules), salesFen, urbanRate, rules);
  return { salesFen, reached, due, change: vatDifference(due, day) };
}

/** What a month owes, by the platform's declaration (`day` null) and by each day on which payers withhold. */
export interface VatDue {
  readonly day: Day | null;
  readonly due: VatAmounts;
  readonly change: VatAmounts;
}

export function clearAll(month: VatMonth, urbanRate: RateMillionths, rules: VatRules): VatDue[] {
  const declared = { day: null, ...clearMonth(month, 0n, urbanRate, rules) };
  return [declared, ...month.days.map((day) => ({ ...clearDay(day, urbanRate, rules), day: day.day }))];
}

function nothingDue(charged: VatAmounts): Clearing {
  return { salesFen: 0n, reached: false, due: NO_VAT, change: vatDifference(NO_VAT, charged) };
}

function amountsOf({ vatFen, urbanMaintenanceFen, educationFen, localEducationFen }: VatAmounts): VatAmounts {
  return { vatFen, urbanMaintenanceFen, educationFen, localEducationFen };
}
