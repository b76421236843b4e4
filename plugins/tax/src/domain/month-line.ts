import type { Fen, RateMillionths } from '@linggong/core/domain';
import type { Advance } from './advance';
import { openMonth, EMPTY_CUMULATION, type Cumulation } from './cumulation';
import type { Payment, PaymentTax } from './payment';
import type { IncomeTaxRules } from './rules';
import { monthIndexOf } from './month-index';
import { EMPTY_VAT_MONTH, vatDayOf, withVatDay, type VatMonth, type VatPeriod } from './vat-month';

/** A payment that counts: what was asked, and what it cost. */
export interface BookedPayment {
  readonly payment: Payment;
  readonly result: PaymentTax;
  /** Tax-exclusive sales of the payment where the platform does not file for the month. */
  readonly ownSalesFen: Fen;
}

/** The live payments of one month of one worker, summed. Lines are the truth from which a cumulation can be rebuilt. */
export interface MonthLine {
  /** Months since year 0. */
  readonly month: number;
  readonly payments: number;
  readonly grossFen: Fen;
  readonly vatFen: Fen;
  readonly urbanMaintenanceFen: Fen;
  readonly educationFen: Fen;
  readonly localEducationFen: Fen;
  readonly incomeFen: Fen;
  readonly exemptFen: Fen;
  readonly otherDeductionFen: Fen;
  readonly reliefFen: Fen;
  readonly incomeTaxFen: Fen;
  readonly netFen: Fen;
  /** What was charged as VAT, as the next payment of the month needs it. */
  readonly vatMonth: VatMonth;
  /** Urban maintenance rate of the last payment that was charged by it: what the month is restated with. */
  readonly urbanMaintenanceRate: RateMillionths;
}

export function emptyMonthLine(month: number): MonthLine {
  return {
    month,
    payments: 0,
    grossFen: 0n,
    vatFen: 0n,
    urbanMaintenanceFen: 0n,
    educationFen: 0n,
    localEducationFen: 0n,
    incomeFen: 0n,
    exemptFen: 0n,
    otherDeductionFen: 0n,
    reliefFen: 0n,
    incomeTaxFen: 0n,
    netFen: 0n,
    vatMonth: EMPTY_VAT_MONTH,
    urbanMaintenanceRate: 0n,
  };
}

/** What `advance` found, as it is kept. */
export function bookedPayment({ result, trace }: Pick<Advance, 'result' | 'trace'>): BookedPayment {
  return { payment: trace.payment, result, ownSalesFen: trace.vat.ownSalesFen };
}

/** Lines with one more payment in its month. */
export function addPayment(lines: readonly MonthLine[], booked: BookedPayment): MonthLine[] {
  return changeMonth(lines, booked, 1n);
}

/** Lines without a payment that did not happen after all. A month may be left without payments, but with what was restated. */
export function removePayment(lines: readonly MonthLine[], booked: BookedPayment): MonthLine[] {
  return changeMonth(lines, booked, -1n);
}

/** The cumulation after the live payments of a year, rebuilt from its lines. */
export function cumulationOf(lines: readonly MonthLine[], receivableFen: Fen, rules: IncomeTaxRules): Cumulation {
  const start: Cumulation = { ...EMPTY_CUMULATION, receivableFen };
  return lines.reduce((state, line) => addMonth(openMonth(state, line.month, rules), line), start);
}

/** An opened cumulation with a whole month added. */
export function addMonth(open: Cumulation, line: MonthLine): Cumulation {
  return {
    ...open,
    incomeFen: open.incomeFen + line.incomeFen,
    exemptFen: open.exemptFen + line.exemptFen,
    otherDeductionFen: open.otherDeductionFen + line.otherDeductionFen,
    reliefFen: open.reliefFen + line.reliefFen,
    withheldFen: open.withheldFen + line.incomeTaxFen,
    vatMonth: line.vatMonth,
  };
}

function changeMonth(lines: readonly MonthLine[], booked: BookedPayment, sign: bigint): MonthLine[] {
  const month = monthIndexOf(booked.payment.paidOn);
  const known = lines.find((line) => line.month === month);
  const changed = changeLine(known ?? emptyMonthLine(month), booked, sign);
  if (known) return lines.map((line) => (line === known ? changed : line));
  return [...lines, changed].sort((left, right) => left.month - right.month);
}

function changeLine(line: MonthLine, booked: BookedPayment, sign: bigint): MonthLine {
  const { payment, result } = booked;
  return {
    month: line.month,
    payments: line.payments + Number(sign),
    grossFen: line.grossFen + sign * result.grossFen,
    vatFen: line.vatFen + sign * result.vatFen,
    urbanMaintenanceFen: line.urbanMaintenanceFen + sign * result.urbanMaintenanceFen,
    educationFen: line.educationFen + sign * result.educationFen,
    localEducationFen: line.localEducationFen + sign * result.localEducationFen,
    incomeFen: line.incomeFen + sign * result.incomeFen,
    exemptFen: line.exemptFen + sign * (payment.exemptFen ?? 0n),
    otherDeductionFen: line.otherDeductionFen + sign * (payment.otherDeductionFen ?? 0n),
    reliefFen: line.reliefFen + sign * (payment.reliefFen ?? 0n),
    incomeTaxFen: line.incomeTaxFen + sign * result.incomeTaxFen,
    netFen: line.netFen + sign * result.netFen,
    vatMonth: changeVatMonth(line.vatMonth, booked, sign),
    urbanMaintenanceRate: sign > 0n ? payment.vat.urbanMaintenanceRate : line.urbanMaintenanceRate,
  };
}

function changeVatMonth(month: VatMonth, booked: BookedPayment, sign: bigint): VatMonth {
  const { payment, ownSalesFen } = booked;
  const others = month.otherSalesFen + sign * ownSalesFen;
  switch (payment.vat.role) {
    case 'platform-files':
      return { ...month, ...changePeriod(month, booked, sign) };
    case 'payer-withholds': {
      const day = { ...changePeriod(vatDayOf(month, payment.paidOn), booked, sign), day: payment.paidOn };
      return { ...month, otherSalesFen: others, days: withVatDay(month, day) };
    }
    case 'self':
      return { ...month, otherSalesFen: others };
  }
}

function changePeriod(period: VatPeriod, { payment, result }: BookedPayment, sign: bigint): VatPeriod {
  return {
    grossFen: period.grossFen + sign * result.grossFen,
    specialFen: period.specialFen + (payment.vat.specialInvoice === true ? sign * result.grossFen : 0n),
    vatFen: period.vatFen + sign * result.vatFen,
    urbanMaintenanceFen: period.urbanMaintenanceFen + sign * result.urbanMaintenanceFen,
    educationFen: period.educationFen + sign * result.educationFen,
    localEducationFen: period.localEducationFen + sign * result.localEducationFen,
  };
}
