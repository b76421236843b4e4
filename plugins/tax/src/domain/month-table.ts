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
    const step = monthStep(open, line, incomeTax);
    return { month: line.month, run: open.run, months: open.months, step, withheldFen: line.incomeTaxFen };
  });
}

/** One month as filed and as it must be filed after a payment was voided (更正申报). */
export interface MonthCorrection {
  readonly month: number;
  readonly before: FiledFigures;
  readonly after: FiledFigures;
}

/** What the returns of a month say of one worker: withholding of income tax, VAT and surcharges. */
export interface FiledFigures {
  readonly incomeFen: Fen;
  readonly incomeTaxFen: Fen;
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
}

const NOTHING_FILED: FiledFigures = { incomeFen: 0n, incomeTaxFen: 0n, vatFen: 0n, surchargeFen: 0n };

/** Filed months whose figures changed. A month that was never filed has no return to correct. */
export function monthCorrections(
  before: readonly MonthLine[],
  after: readonly MonthLine[],
  isFiled: (month: number) => boolean,
): MonthCorrection[] {
  const afterOf = new Map(after.map((line) => [line.month, filedFigures(line)]));
  return before
    .filter(({ month }) => isFiled(month))
    .map((line) => ({
      month: line.month,
      before: filedFigures(line),
      after: afterOf.get(line.month) ?? NOTHING_FILED,
    }))
    .filter((row) => differ(row.before, row.after));
}

function filedFigures(line: MonthLine): FiledFigures {
  return {
    incomeFen: line.incomeFen,
    incomeTaxFen: line.incomeTaxFen,
    vatFen: line.vatFen,
    surchargeFen: line.urbanMaintenanceFen + line.educationFen + line.localEducationFen,
  };
}

function differ(left: FiledFigures, right: FiledFigures): boolean {
  return (
    left.incomeFen !== right.incomeFen ||
    left.incomeTaxFen !== right.incomeTaxFen ||
    left.vatFen !== right.vatFen ||
    left.surchargeFen !== right.surchargeFen
  );
}

/** Income tax of a whole month on top of the months before it. */
export function monthStep(open: Cumulation, line: MonthLine, rules: IncomeTaxRules): IncomeTaxStep {
  return incomeTaxOf(open, line.incomeFen, monthAsPayment(line), rules);
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
