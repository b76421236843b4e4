import type { Fen } from '@linggong/core/domain';
import { halfUp, larger } from './integer';
import type { Threshold } from './parameters';
import type { Payment } from './payment';
import { parameterMissing } from './parameter-missing';
import { NO_VAT, withSurcharges, type VatAmounts } from './surcharges';
import type { VatMonth } from './vat-month';
import type { VatRules } from './vat-rules';

/** VAT of one payment, and the month as it leaves it. */
export interface VatCharge {
  /** Charged to this payment. */
  readonly charged: VatAmounts;
  /** Tax-exclusive sales that were compared with the threshold: of the month, or of the payment alone. */
  readonly salesFen: Fen;
  /** Whether the threshold is reached, so that everything is taxed. */
  readonly reached: boolean;
  readonly month: VatMonth;
}

/**
 * VAT and surcharges of a payment under its role.
 * @throws Problem 422 `tax-parameter-missing` when no threshold is in force on the day.
 */
export function chargeVat(month: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  switch (payment.vat.role) {
    case 'platform-files':
      return chargeMonth(month, payment, rules);
    case 'payer-withholds':
      return chargeTransaction(month, payment, rules);
    case 'self':
      return chargeNothing(month, payment, rules);
  }
}

/** Tax-exclusive sales inside a tax-inclusive amount: gross / (1 + rate), half up. */
export function salesOf(grossFen: Fen, { exclusive }: VatRules): Fen {
  return halfUp(grossFen * exclusive.numerator, exclusive.denominator);
}

export function isReached(salesFen: Fen, threshold: Threshold): boolean {
  return threshold.edge === 'reached' ? salesFen >= threshold.salesFen : salesFen > threshold.salesFen;
}

/**
 * What a month owes: all of it once the threshold is reached, the part with special invoices before (domain.md 2.2). The
 * payment that crosses the line owes for the whole month, less what the month was charged already.
 */
export function monthDue(
  month: Pick<VatMonth, 'grossFen' | 'specialFen'>,
  urbanRate: bigint,
  salesFen: Fen,
  reached: boolean,
  rules: VatRules,
): VatAmounts {
  const taxedFen = reached ? month.grossFen : month.specialFen;
  if (taxedFen === 0n) return NO_VAT;
  return withSurcharges(taxedFen - salesOf(taxedFen, rules), salesFen, urbanRate, rules);
}

function chargeMonth(before: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const threshold = rules.monthThreshold;
  if (!threshold) throw parameterMissing('vatMonthThreshold', rules.day);
  const grossFen = before.grossFen + payment.grossFen;
  const specialFen = payment.vat.specialInvoice === true ? before.specialFen + payment.grossFen : before.specialFen;
  const salesFen = salesOf(grossFen, rules) + before.otherSalesFen;
  const reached = isReached(salesFen, threshold);
  const charged =
    reached || specialFen > 0n
      ? chargeWholeMonth(before, { grossFen, specialFen }, salesFen, reached, payment, rules)
      : NO_VAT;
  return { charged, salesFen, reached, month: withPayment(before, grossFen, specialFen, charged) };
}

function chargeTransaction(month: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const threshold = rules.transactionThreshold;
  if (!threshold) throw parameterMissing('vatTransactionThreshold', rules.day);
  const salesFen = salesOf(payment.grossFen, rules);
  const reached = isReached(salesFen, threshold);
  const taxed = reached || payment.vat.specialInvoice === true;
  const charged = taxed
    ? withSurcharges(payment.grossFen - salesFen, salesFen, payment.vat.urbanMaintenanceRate, rules)
    : NO_VAT;
  return { charged, salesFen, reached, month: withOtherSales(month, salesFen) };
}

function chargeNothing(month: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const salesFen = salesOf(payment.grossFen, rules);
  return { charged: NO_VAT, salesFen, reached: false, month: withOtherSales(month, salesFen) };
}

/** After a void a month may have been charged more than it owes; nothing is charged below zero (cleared after the month). */
function chargeWholeMonth(
  before: VatMonth,
  taxed: Pick<VatMonth, 'grossFen' | 'specialFen'>,
  salesFen: Fen,
  reached: boolean,
  payment: Payment,
  rules: VatRules,
): VatAmounts {
  const due = monthDue(taxed, payment.vat.urbanMaintenanceRate, salesFen, reached, rules);
  return {
    vatFen: larger(due.vatFen - before.vatFen, 0n),
    urbanMaintenanceFen: larger(due.urbanMaintenanceFen - before.urbanMaintenanceFen, 0n),
    educationFen: larger(due.educationFen - before.educationFen, 0n),
    localEducationFen: larger(due.localEducationFen - before.localEducationFen, 0n),
  };
}

function withPayment(before: VatMonth, grossFen: Fen, specialFen: Fen, charged: VatAmounts): VatMonth {
  const nothing = charged === NO_VAT;
  return {
    grossFen,
    specialFen,
    otherSalesFen: before.otherSalesFen,
    vatFen: nothing ? before.vatFen : before.vatFen + charged.vatFen,
    urbanMaintenanceFen: nothing
      ? before.urbanMaintenanceFen
      : before.urbanMaintenanceFen + charged.urbanMaintenanceFen,
    educationFen: nothing ? before.educationFen : before.educationFen + charged.educationFen,
    localEducationFen: nothing ? before.localEducationFen : before.localEducationFen + charged.localEducationFen,
  };
}

function withOtherSales(month: VatMonth, salesFen: Fen): VatMonth {
  return {
    grossFen: month.grossFen,
    specialFen: month.specialFen,
    otherSalesFen: month.otherSalesFen + salesFen,
    vatFen: month.vatFen,
    urbanMaintenanceFen: month.urbanMaintenanceFen,
    educationFen: month.educationFen,
    localEducationFen: month.localEducationFen,
  };
}
