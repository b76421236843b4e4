import type { Fen } from '@linggong/core/domain';
import { halfUp, int64, larger } from './integer';
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
  return halfUp(int64(grossFen * exclusive.numerator), exclusive.denominator);
}

export function isReached(salesFen: Fen, threshold: Threshold): boolean {
  return threshold.edge === 'reached' ? salesFen >= threshold.salesFen : salesFen > threshold.salesFen;
}

/**
 * What a month owes: all of it once the threshold is reached, the part with special invoices before (domain.md 2.2). The
 * payment that crosses the line owes for the whole month, less what the month was charged already.
 */
export function monthDue(
  month: VatMonth,
  urbanRate: bigint,
  salesFen: Fen,
  reached: boolean,
  rules: VatRules,
): VatAmounts {
  const taxedFen = reached ? month.grossFen : month.specialFen;
  if (taxedFen === 0n) return NO_VAT;
  return withSurcharges(int64(taxedFen - salesOf(taxedFen, rules)), salesFen, urbanRate, rules);
}

function chargeMonth(before: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const threshold = rules.monthThreshold;
  if (!threshold) throw parameterMissing('vatMonthThreshold', rules.day);
  const month = withPayment(before, payment);
  const salesFen = int64(salesOf(month.grossFen, rules) + month.otherSalesFen);
  const reached = isReached(salesFen, threshold);
  if (!reached && month.specialFen === 0n) return { charged: NO_VAT, salesFen, reached, month };
  const due = monthDue(month, payment.vat.urbanMaintenanceRate, salesFen, reached, rules);
  const charged = notYetCharged(due, before);
  return { charged, salesFen, reached, month: withCharge(month, charged) };
}

function chargeTransaction(month: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const threshold = rules.transactionThreshold;
  if (!threshold) throw parameterMissing('vatTransactionThreshold', rules.day);
  const salesFen = salesOf(payment.grossFen, rules);
  const reached = isReached(salesFen, threshold);
  const taxed = reached || payment.vat.specialInvoice === true;
  const charged = taxed
    ? withSurcharges(int64(payment.grossFen - salesFen), salesFen, payment.vat.urbanMaintenanceRate, rules)
    : NO_VAT;
  return { charged, salesFen, reached, month: withOtherSales(month, salesFen) };
}

function chargeNothing(month: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const salesFen = salesOf(payment.grossFen, rules);
  return { charged: NO_VAT, salesFen, reached: false, month: withOtherSales(month, salesFen) };
}

/** After a void a month may have been charged more than it owes; nothing is charged below zero (cleared after the month). */
function notYetCharged(due: VatAmounts, month: VatMonth): VatAmounts {
  return {
    vatFen: larger(int64(due.vatFen - month.vatFen), 0n),
    urbanMaintenanceFen: larger(int64(due.urbanMaintenanceFen - month.urbanMaintenanceFen), 0n),
    educationFen: larger(int64(due.educationFen - month.educationFen), 0n),
    localEducationFen: larger(int64(due.localEducationFen - month.localEducationFen), 0n),
  };
}

function withPayment(month: VatMonth, { grossFen, vat }: Payment): VatMonth {
  return {
    grossFen: int64(month.grossFen + grossFen),
    specialFen: vat.specialInvoice === true ? int64(month.specialFen + grossFen) : month.specialFen,
    otherSalesFen: month.otherSalesFen,
    vatFen: month.vatFen,
    urbanMaintenanceFen: month.urbanMaintenanceFen,
    educationFen: month.educationFen,
    localEducationFen: month.localEducationFen,
  };
}

function withCharge(month: VatMonth, charged: VatAmounts): VatMonth {
  return {
    grossFen: month.grossFen,
    specialFen: month.specialFen,
    otherSalesFen: month.otherSalesFen,
    vatFen: int64(month.vatFen + charged.vatFen),
    urbanMaintenanceFen: int64(month.urbanMaintenanceFen + charged.urbanMaintenanceFen),
    educationFen: int64(month.educationFen + charged.educationFen),
    localEducationFen: int64(month.localEducationFen + charged.localEducationFen),
  };
}

function withOtherSales(month: VatMonth, salesFen: Fen): VatMonth {
  return {
    grossFen: month.grossFen,
    specialFen: month.specialFen,
    otherSalesFen: int64(month.otherSalesFen + salesFen),
    vatFen: month.vatFen,
    urbanMaintenanceFen: month.urbanMaintenanceFen,
    educationFen: month.educationFen,
    localEducationFen: month.localEducationFen,
  };
}
