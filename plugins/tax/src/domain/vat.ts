import type { Fen } from '@linggong/core/domain';
import { halfUp, larger } from './integer';
import type { Threshold } from './parameters';
import type { Payment } from './payment';
import { parameterMissing } from './parameter-missing';
import { NO_VAT, withSurcharges, type VatAmounts } from './surcharges';
import { EMPTY_VAT_PERIOD, vatDayOf, withVatDay, type VatMonth, type VatPeriod } from './vat-month';
import type { VatRules } from './vat-rules';

/** VAT of one payment, and the month as it leaves it. */
export interface VatCharge {
  /** Charged to this payment. */
  readonly charged: VatAmounts;
  /** VAT-inclusive amount that `salesFen` was taken from: of the month, of the day, or of the payment alone. */
  readonly comparedGrossFen: Fen;
  /** Tax-exclusive sales that were compared with the threshold. */
  readonly salesFen: Fen;
  /** Tax-exclusive sales of the payment where it is declared otherwise than by the platform for the month; else 0. */
  readonly ownSalesFen: Fen;
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
      ? chargeWhole(before, { grossFen, specialFen }, salesFen, reached, payment, rules)
      : NO_VAT;
  const month = withPayment(before, grossFen, specialFen, charged);
  return { charged, comparedGrossFen: grossFen, salesFen, ownSalesFen: 0n, reached, month };
}

/** A payment alone, or with the others of its day: then the one that reaches the threshold owes for the whole day. */
function chargeTransaction(month: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const threshold = rules.transactionThreshold;
  if (!threshold) throw parameterMissing('vatTransactionThreshold', rules.day);
  const known = vatDayOf(month, payment.paidOn);
  const before: VatPeriod = rules.transactionUnit === 'day' ? known : EMPTY_VAT_PERIOD;
  const ownSalesFen = salesOf(payment.grossFen, rules);
  const special = payment.vat.specialInvoice === true;
  const taxed = {
    grossFen: before.grossFen + payment.grossFen,
    specialFen: before.specialFen + (special ? payment.grossFen : 0n),
  };
  const salesFen = before.grossFen === 0n ? ownSalesFen : salesOf(taxed.grossFen, rules);
  const reached = isReached(salesFen, threshold);
  const charged =
    reached || taxed.specialFen > 0n ? chargeWhole(before, taxed, salesFen, reached, payment, rules) : NO_VAT;
  const day = { day: payment.paidOn, ...withCharge(known, payment.grossFen, special ? payment.grossFen : 0n, charged) };
  const after = { ...withOtherSales(month, ownSalesFen), days: withVatDay(month, day) };
  return { charged, comparedGrossFen: taxed.grossFen, salesFen, ownSalesFen, reached, month: after };
}

function chargeNothing(month: VatMonth, payment: Payment, rules: VatRules): VatCharge {
  const salesFen = salesOf(payment.grossFen, rules);
  return {
    charged: NO_VAT,
    comparedGrossFen: payment.grossFen,
    salesFen,
    ownSalesFen: salesFen,
    reached: false,
    month: withOtherSales(month, salesFen),
  };
}

/** What a whole month or day owes, less what it was charged; never below zero (a void restates it, see `restate.ts`). */
function chargeWhole(
  before: VatPeriod,
  taxed: Pick<VatPeriod, 'grossFen' | 'specialFen'>,
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

function withCharge(before: VatPeriod, grossFen: Fen, specialFen: Fen, charged: VatAmounts): VatPeriod {
  const nothing = charged === NO_VAT;
  return {
    grossFen: before.grossFen + grossFen,
    specialFen: specialFen === 0n ? before.specialFen : before.specialFen + specialFen,
    vatFen: nothing ? before.vatFen : before.vatFen + charged.vatFen,
    urbanMaintenanceFen: nothing
      ? before.urbanMaintenanceFen
      : before.urbanMaintenanceFen + charged.urbanMaintenanceFen,
    educationFen: nothing ? before.educationFen : before.educationFen + charged.educationFen,
    localEducationFen: nothing ? before.localEducationFen : before.localEducationFen + charged.localEducationFen,
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
    days: before.days,
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
    days: month.days,
  };
}
