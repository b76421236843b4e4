import type { Day, Fen, Month, RateMillionths, Text2 } from '@linggong/core/domain';
import type { PaymentTrace } from './advance';
import { exactYuan } from './exact-yuan';
import { taxableFenOf, type IncomeTaxStep } from './income-tax';
import { addPayment, bookedPayment, type MonthLine } from './month-line';
import { monthTable } from './month-table';
import { monthOfIndex } from './month-index';
import type { PaymentTax, VatRole } from './payment';
import type { IncomeTaxRules, Rules } from './rules';

/** How the VAT of a payment came about: the sales that were compared with the threshold, and what was charged. */
export interface VatEntry {
  readonly kind: 'vat';
  readonly paidOn: Day;
  readonly role: VatRole;
  readonly grossFen: Fen;
  /** VAT-inclusive amount that `salesFen` was taken from: the month or day so far, or the payment alone. */
  readonly comparedGrossFen: Fen;
  readonly otherSalesFen: Fen;
  readonly salesFen: Fen;
  readonly thresholdFen: Fen | null;
  readonly reached: boolean;
  readonly rate: RateMillionths;
  readonly vatFen: Fen;
  readonly urbanMaintenanceFen: Fen;
  readonly educationFen: Fen;
  readonly localEducationFen: Fen;
  readonly article: Text2 | null;
}

/** One line of the income tax table: a past month, earlier payments of this month, or the payment itself. */
export interface IncomeTaxEntry {
  readonly kind: 'month' | 'earlier-in-month' | 'payment';
  readonly month: Month;
  readonly run: number;
  readonly months: number;
  readonly incomeFen: Fen;
  readonly cumulativeIncomeFen: Fen;
  /** 20 % of the cumulative income (累计费用), rounded to the fen. */
  readonly expenseFen: Fen;
  readonly exemptFen: Fen;
  readonly deductionFen: Fen;
  readonly otherDeductionFen: Fen;
  readonly taxableFen: Fen;
  /** Taxable income in yuan before any rounding (`38701.232`): the figure that × rate gives the tax to the fen. */
  readonly taxableExact: string;
  readonly rate: RateMillionths;
  readonly quickFen: Fen;
  readonly reliefFen: Fen;
  readonly cumulativeTaxFen: Fen;
  readonly withheldBeforeFen: Fen;
  /** Below zero: nothing is withheld, the difference is carried. */
  readonly correctionFen: Fen;
  readonly withheldFen: Fen;
  readonly article: Text2;
}

export type TraceEntry = VatEntry | IncomeTaxEntry;

/**
 * The table that a tax officer checks with a calculator: the VAT of the payment, then the income tax month by month up to it.
 * `lines` are the live months before the payment; those of other runs are left out.
 */
export function traceEntries(lines: readonly MonthLine[], result: PaymentTax, trace: PaymentTrace): TraceEntry[] {
  const { rules, month, run } = trace;
  const rows = monthTable(lines, () => rules).filter((row) => standsOn(rules.incomeTax, row, { month, run }));
  const past = rows.map((row) =>
    incomeTaxEntry(row.month === month ? 'earlier-in-month' : 'month', row, row.withheldFen, rules),
  );
  const own = incomeTaxEntry(
    'payment',
    { month, run, months: trace.months, step: trace.incomeTax },
    result.incomeTaxFen,
    rules,
  );
  return [vatEntry(result, trace), ...past, own];
}

/** Traces of payments in the order in which they were made, each with the months that it stands on. */
export function tracesOf(paid: readonly { result: PaymentTax; trace: PaymentTrace }[]): TraceEntry[][] {
  let lines: MonthLine[] = [];
  return paid.map((each) => {
    const entries = traceEntries(lines, each.result, each.trace);
    const year = Math.floor(each.trace.month / 12);
    lines = addPayment(lines, bookedPayment(each)).filter((line) => Math.floor(line.month / 12) === year);
    return entries;
  });
}

/** Whether a payment of a month and run stands on a month before it, or on the earlier payments of its own month. */
export function standsOn(
  { restart }: IncomeTaxRules,
  row: { readonly month: number; readonly run: number },
  payment: { readonly month: number; readonly run: number },
): boolean {
  if (restart === 'payment') return false;
  return restart === 'month' ? row.month === payment.month : row.run === payment.run;
}

export interface EntryStep {
  readonly month: number;
  readonly run: number;
  readonly months: number;
  readonly step: IncomeTaxStep;
}

/** A line of the table from a month or payment as it was computed. */
export function incomeTaxEntry(
  kind: IncomeTaxEntry['kind'],
  row: EntryStep,
  withheldFen: Fen,
  rules: Rules,
): IncomeTaxEntry {
  const { step } = row;
  const taxableFen = taxableFenOf(step);
  const deductedFen = step.exemptFen + step.deductionFen + step.otherDeductionFen;
  return {
    kind,
    month: monthOfIndex(row.month),
    run: row.run,
    months: row.months,
    incomeFen: step.incomeFen,
    cumulativeIncomeFen: step.cumulativeIncomeFen,
    expenseFen: step.cumulativeIncomeFen - deductedFen - taxableFen,
    exemptFen: step.exemptFen,
    deductionFen: step.deductionFen,
    otherDeductionFen: step.otherDeductionFen,
    taxableFen,
    taxableExact: exactYuan(step.taxable, step.scale),
    rate: step.rate,
    quickFen: step.quickFen,
    reliefFen: step.reliefFen,
    cumulativeTaxFen: step.cumulativeTaxFen,
    withheldBeforeFen: step.withheldBeforeFen,
    correctionFen: step.correctionFen,
    withheldFen,
    article: rules.incomeTax.reference,
  };
}

function vatEntry(result: PaymentTax, { payment, rules, vat }: PaymentTrace): VatEntry {
  const { role } = payment.vat;
  const files = role === 'platform-files';
  const threshold = files ? rules.vat.monthThreshold : rules.vat.transactionThreshold;
  return {
    kind: 'vat',
    paidOn: payment.paidOn,
    role,
    grossFen: result.grossFen,
    comparedGrossFen: vat.comparedGrossFen,
    otherSalesFen: files ? vat.month.otherSalesFen : 0n,
    salesFen: vat.salesFen,
    thresholdFen: role === 'self' ? null : (threshold?.salesFen ?? null),
    reached: vat.reached,
    rate: rules.vat.rate,
    vatFen: result.vatFen,
    urbanMaintenanceFen: result.urbanMaintenanceFen,
    educationFen: result.educationFen,
    localEducationFen: result.localEducationFen,
    article: rules.vat.reference ?? null,
  };
}
