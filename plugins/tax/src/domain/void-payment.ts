import type { Fen, Month } from '@linggong/core/domain';
import type { Cumulation } from './cumulation';
import { monthCorrections, type MonthCorrection } from './month-table';
import { cumulationOf, removePayment, type BookedPayment, type MonthLine } from './month-line';
import { monthIndexOf } from './month-index';
import type { Rules } from './rules';

/** Everything that counts of one worker in one group, regime and year. */
export interface TaxYear {
  /** Months with live payments, oldest first. */
  readonly lines: readonly MonthLine[];
  readonly receivableFen: Fen;
}

export interface Voided {
  readonly year: TaxYear;
  /** What the next payment stands on. */
  readonly state: Cumulation;
  /** Tax of the voided payment that later payments have borne for it already: due back to the worker. */
  readonly refundDueFen: Fen;
  /** Filed months whose return must be corrected; empty before filing. */
  readonly corrections: readonly MonthCorrection[];
}

/**
 * Takes back a payment that the bank returned or that was never sent. Its income, its VAT and its withholding are void
 * together (domain.md 1.2); what later payments withheld stays a fact, and the next payment evens out the difference. A month
 * that loses its only payment is a month without income, so the run may break there.
 *
 * Before filing that is all. After filing (`filedThrough` covers the payment's month) the months from the payment's on are
 * listed with what their corrected returns must say.
 */
export function voidPayment(year: TaxYear, booked: BookedPayment, rules: Rules, filedThrough?: Month): Voided {
  const lines = removePayment(year.lines, booked);
  const { receivableAddedFen, receivableCollectedFen } = booked.result;
  const balanceFen = year.receivableFen - receivableAddedFen + receivableCollectedFen;
  const receivableFen = balanceFen > 0n ? balanceFen : 0n;
  return {
    year: { lines, receivableFen },
    state: cumulationOf(lines, receivableFen, rules.incomeTax),
    refundDueFen: receivableFen - balanceFen,
    corrections: correctionsAfterFiling(year.lines, lines, booked, rules, filedThrough),
  };
}

function correctionsAfterFiling(
  before: readonly MonthLine[],
  after: readonly MonthLine[],
  booked: BookedPayment,
  rules: Rules,
  filedThrough: Month | undefined,
): MonthCorrection[] {
  const month = monthIndexOf(booked.payment.paidOn);
  if (filedThrough === undefined || month > monthIndexOf(filedThrough)) return [];
  return monthCorrections(before, after, month, rules.incomeTax);
}
