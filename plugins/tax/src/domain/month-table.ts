import type { Fen } from '@linggong/core/domain';
import { EMPTY_CUMULATION, openMonth, type Cumulation } from './cumulation';
import { incomeTaxOf, type IncomeTaxStep } from './income-tax';
import { addMonth, type MonthLine } from './month-line';
import { monthOfIndex } from './month-index';
import type { Payment } from './payment';
import type { IncomeTaxRules, Rules } from './rules';

/** One month of a run, as the withholding return (扣缴申报表) shows it. */
export interface MonthRow {
  readonly month: number;
  readonly run: number;
  readonly months: number;
  readonly step: IncomeTaxStep;
  /** Withheld in the month. With a correction below zero in its middle it can exceed `step.taxFen`. */
  readonly withheldFen: Fen;
}

/** The months of a year one by one, each on top of what was withheld before it, under the rules of its own month. */
export function monthTable(lines: readonly MonthLine[], rulesOf: (month: number) => Rules): MonthRow[] {
  let state: Cumulation = EMPTY_CUMULATION;
  return lines.map((line) => {
    const { incomeTax } = rulesOf(line.month);
    const open = openMonth(state, line.month, incomeTax);
    state = addMonth(open, line);
    const step = incomeTaxOf(open, line.incomeFen, monthAsPayment(line), incomeTax);
    return { month: line.month, run: open.run, months: open.months, step, withheldFen: line.incomeTaxFen };
  });
}

/** One month as filed and as it must be filed after a payment was voided (更正申报). */
export interface MonthCorrection {
  readonly month: number;
  readonly incomeBeforeFen: Fen;
  readonly incomeAfterFen: Fen;
  readonly taxBeforeFen: Fen;
  readonly taxAfterFen: Fen;
}

/**
 * Months from `fromMonth` on whose return changes when the year is computed again, month by month, from the corrected lines:
 * each month withholds its cumulative tax less what the corrected months before it withheld, never below zero.
 */
export function monthCorrections(
  before: readonly MonthLine[],
  after: readonly MonthLine[],
  fromMonth: number,
  rules: IncomeTaxRules,
): MonthCorrection[] {
  const taxAfter = recomputed(after, rules);
  return before
    .filter(({ month }) => month >= fromMonth)
    .map((line) => ({
      month: line.month,
      incomeBeforeFen: line.incomeFen,
      incomeAfterFen: after.find(({ month }) => month === line.month)?.incomeFen ?? 0n,
      taxBeforeFen: line.incomeTaxFen,
      taxAfterFen: taxAfter.get(line.month) ?? 0n,
    }))
    .filter((row) => row.incomeBeforeFen !== row.incomeAfterFen || row.taxBeforeFen !== row.taxAfterFen);
}

function recomputed(lines: readonly MonthLine[], rules: IncomeTaxRules): Map<number, Fen> {
  let state: Cumulation = EMPTY_CUMULATION;
  return new Map(
    lines.map((line) => {
      const open = openMonth(state, line.month, rules);
      const { taxFen } = incomeTaxOf(open, line.incomeFen, monthAsPayment(line), rules);
      state = addMonth(open, { ...line, incomeTaxFen: taxFen });
      return [line.month, taxFen];
    }),
  );
}

function monthAsPayment(line: MonthLine): Payment {
  return {
    paidOn: `${monthOfIndex(line.month)}-01`,
    grossFen: line.grossFen,
    vat: { role: 'self', urbanMaintenanceRate: 0n },
    exemptFen: line.exemptFen,
    otherDeductionFen: line.otherDeductionFen,
    reliefFen: line.reliefFen,
  };
}
