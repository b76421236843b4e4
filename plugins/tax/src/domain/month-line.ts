import type { Fen } from '@linggong/core/domain';
import type { Advance } from './advance';
import { openMonth, EMPTY_CUMULATION, type Cumulation } from './cumulation';
import type { Payment, PaymentTax } from './payment';
import type { IncomeTaxRules } from './rules';
import { monthIndexOf } from './month-index';
import { EMPTY_VAT_MONTH, type VatMonth } from './vat-month';

/** A payment that counts: what was asked, and what it cost. */
export interface BookedPayment {
  readonly payment: Payment;
  readonly result: PaymentTax;
  /** Tax-exclusive sales compared with the threshold; the payment's own unless the platform files for the month. */
  readonly salesFen: Fen;
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
  /** The part that the platform declares, as the next payment of the month needs it. */
  readonly vatMonth: VatMonth;
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
  };
}

/** What `advance` found, as it is kept. */
export function bookedPayment({ result, trace }: Pick<Advance, 'result' | 'trace'>): BookedPayment {
  return { payment: trace.payment, result, salesFen: trace.vat.salesFen };
}

/** Lines with one more payment in its month. */
export function addPayment(lines: readonly MonthLine[], booked: BookedPayment): MonthLine[] {
  return changeMonth(lines, booked, 1n);
}

/** Lines without a payment that did not happen after all; a month that loses its last payment disappears. */
export function removePayment(lines: readonly MonthLine[], booked: BookedPayment): MonthLine[] {
  return changeMonth(lines, booked, -1n).filter(({ payments }) => payments > 0);
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
  };
}

function changeVatMonth(month: VatMonth, { payment, result, salesFen }: BookedPayment, sign: bigint): VatMonth {
  if (payment.vat.role !== 'platform-files') {
    return { ...month, otherSalesFen: month.otherSalesFen + sign * salesFen };
  }
  return {
    grossFen: month.grossFen + sign * result.grossFen,
    specialFen: month.specialFen + (payment.vat.specialInvoice === true ? sign * result.grossFen : 0n),
    otherSalesFen: month.otherSalesFen,
    vatFen: month.vatFen + sign * result.vatFen,
    urbanMaintenanceFen: month.urbanMaintenanceFen + sign * result.urbanMaintenanceFen,
    educationFen: month.educationFen + sign * result.educationFen,
    localEducationFen: month.localEducationFen + sign * result.localEducationFen,
  };
}
