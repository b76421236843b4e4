import type { Fen } from '@linggong/core/domain';
import { monthIndexOf } from './month-index';
import { removePayment, type BookedPayment, type MonthLine } from './month-line';
import { monthCorrections, type MonthCorrection } from './month-table';
import type { PaymentTax } from './payment';
import { restateYear, type Restated, type RulesOfMonth } from './restate';

export interface Voided extends Restated {
  /** Filed months whose return must be corrected (更正申报). */
  readonly corrections: readonly MonthCorrection[];
}

/**
 * Takes payments of one year back that the bank returned or that were never sent. Their income, VAT and withholding are void
 * with them (domain.md 1.2), and the months from the first of them on are computed anew: what the other payments were charged
 * too much (VAT of a month that is exempt now, tax at a rate that the year no longer reaches) is due back to the worker, what
 * is missing is owed by him. A month that loses its only payment is a month without income, so the run may break there.
 *
 * Filed months are listed with what their corrected returns must say; the others have not been told to anybody yet.
 */
export function voidPayments(
  year: readonly MonthLine[],
  booked: readonly BookedPayment[],
  rulesOf: RulesOfMonth,
  isFiled: (month: number) => boolean = () => false,
): Voided {
  const fromMonth = Math.min(...booked.map(({ payment }) => monthIndexOf(payment.paidOn)));
  const restated = restateYear(booked.reduce(removePayment, [...year]), fromMonth, rulesOf);
  return { ...restated, corrections: monthCorrections(year, restated.lines, isFiled) };
}

/** What a payment changed of what the worker owes the enterprise that made it; its void takes back exactly this. */
export function owedByPayment({ receivableAddedFen, receivableCollectedFen }: PaymentTax): Fen {
  return receivableAddedFen - receivableCollectedFen;
}
