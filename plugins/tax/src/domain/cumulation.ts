import { problem, type Fen } from '@linggong/core/domain';
import { monthOfIndex, yearOfIndex } from './month-index';
import type { IncomeTaxRules } from './rules';
import { EMPTY_VAT_MONTH, type VatMonth } from './vat-month';

/**
 * Running totals of one worker in one cumulation group under one regime (累计预扣状态): what the next payment needs to know,
 * and nothing else. Immutable.
 */
export interface Cumulation {
  /** Index of the month of the last payment (months since year 0); 0 before the first. */
  readonly month: number;
  /** Index of the first month of the run. */
  readonly firstMonth: number;
  /** Serial of the run in its year; 0 before the first payment. Only gaps make a second one. */
  readonly run: number;
  /** Months counted in the run (n). */
  readonly months: number;
  readonly incomeFen: Fen;
  readonly exemptFen: Fen;
  readonly otherDeductionFen: Fen;
  readonly reliefFen: Fen;
  readonly withheldFen: Fen;
  /** VAT totals of the last payment's month. */
  readonly vatMonth: VatMonth;
  /**
   * Tax that earlier payments of the enterprise that pays now could not bear; below zero what they bore too much, to be given
   * back with its next payment. It outlives months, runs and years.
   */
  readonly receivableFen: Fen;
}

export const EMPTY_CUMULATION: Cumulation = {
  month: 0,
  firstMonth: 0,
  run: 0,
  months: 0,
  incomeFen: 0n,
  exemptFen: 0n,
  otherDeductionFen: 0n,
  reliefFen: 0n,
  withheldFen: 0n,
  vatMonth: EMPTY_VAT_MONTH,
  receivableFen: 0n,
};

/**
 * The cumulation as a payment of `month` finds it: continued, or begun anew by the year, by a gap, or by the regime.
 * @throws Problem 422 `tax-month-passed` when a later month has been paid already.
 */
export function openMonth(state: Cumulation, month: number, rules: IncomeTaxRules): Cumulation {
  if (month < state.month) throw monthPassed(state.month, month);
  if (!continues(state, month, rules)) return beginRun(state, month, rules);
  return month === state.month ? state : continueRun(state, month, rules.calendarMonths);
}

function continues(state: Cumulation, month: number, { restart }: IncomeTaxRules): boolean {
  if (state.run === 0) return false;
  switch (restart) {
    case 'gap':
      return month - state.month <= 1 && yearOfIndex(month) === yearOfIndex(state.month);
    case 'year':
      return yearOfIndex(month) === yearOfIndex(state.month);
    case 'month':
      return month === state.month;
    case 'payment':
      return false;
  }
}

function beginRun(state: Cumulation, month: number, { restart }: IncomeTaxRules): Cumulation {
  const gaps = restart === 'gap' || state.run === 0 ? 1 : 0;
  return {
    month,
    firstMonth: month,
    run: yearOfIndex(month) === yearOfIndex(state.month) ? state.run + gaps : 1,
    months: 1,
    incomeFen: 0n,
    exemptFen: 0n,
    otherDeductionFen: 0n,
    reliefFen: 0n,
    withheldFen: 0n,
    vatMonth: month === state.month ? state.vatMonth : EMPTY_VAT_MONTH,
    receivableFen: state.receivableFen,
  };
}

function continueRun(state: Cumulation, month: number, calendarMonths: boolean): Cumulation {
  return {
    month,
    firstMonth: state.firstMonth,
    run: state.run,
    months: calendarMonths ? month - state.firstMonth + 1 : state.months + 1,
    incomeFen: state.incomeFen,
    exemptFen: state.exemptFen,
    otherDeductionFen: state.otherDeductionFen,
    reliefFen: state.reliefFen,
    withheldFen: state.withheldFen,
    vatMonth: EMPTY_VAT_MONTH,
    receivableFen: state.receivableFen,
  };
}

function monthPassed(last: number, asked: number): Error {
  return problem(
    422,
    'tax-month-passed',
    {
      zh: `该灵工已有 ${monthOfIndex(last)} 的付款，不能再计 ${monthOfIndex(asked)} 的税`,
      en: `The worker has been paid in ${monthOfIndex(last)} already; ${monthOfIndex(asked)} can no longer be computed`,
    },
    { field: 'paidOn', extra: { lastMonth: monthOfIndex(last), month: monthOfIndex(asked) } },
  );
}
