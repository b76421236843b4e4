import type { Fen } from '@linggong/core/domain';
import { clearAll, type VatDue } from './clearing';
import { EMPTY_CUMULATION, openMonth, type Cumulation } from './cumulation';
import { addMonth, type MonthLine } from './month-line';
import { monthStep } from './month-table';
import type { Rules } from './rules';
import { vatTotalOf, type VatAmounts } from './surcharges';
import { withVatDay, type VatMonth } from './vat-month';

/** A month computed anew: what it owes in law, and what that changes of what stands charged (below zero: too much). */
export interface RestatedMonth {
  readonly month: number;
  readonly vat: readonly VatDue[];
  readonly incomeTaxDueFen: Fen;
  readonly incomeTaxChangeFen: Fen;
}

export interface Restated {
  /** Months with live payments, with the figures that their returns must say. */
  readonly lines: readonly MonthLine[];
  readonly months: readonly RestatedMonth[];
}

/** Rules of a month by its index. */
export type RulesOfMonth = (month: number) => Rules;

/**
 * Computes the months of a year anew from `fromMonth` on, as the return of each is computed (公告2025年第16号第一条): VAT and
 * surcharges of the month's total, and income tax of the cumulation up to it less what the months before it withheld. Every
 * month is the ground of the next, so that the cumulation continues from the corrected figures.
 *
 * Months left without a payment owe nothing and disappear. Labour taxed payment by payment keeps its income tax.
 */
export function restateYear(lines: readonly MonthLine[], fromMonth: number, rulesOf: RulesOfMonth): Restated {
  let state: Cumulation = EMPTY_CUMULATION;
  const kept: MonthLine[] = [];
  const months: RestatedMonth[] = [];
  for (const line of lines) {
    const rules = rulesOf(line.month);
    const restated = line.month < fromMonth ? undefined : restateMonth(state, line, rules);
    if (restated) months.push(restated.month);
    const after = restated?.line ?? line;
    if (after.payments === 0) continue;
    state = addMonth(openMonth(state, after.month, rules.incomeTax), after);
    kept.push(after);
  }
  return { lines: kept, months };
}

/** What the restated months change of what the worker owes. */
export function owedByRestating(months: readonly RestatedMonth[]): Fen {
  return months.reduce(
    (sum, { vat, incomeTaxChangeFen }) =>
      vat.reduce((charged, { change }) => charged + vatTotalOf(change), sum + incomeTaxChangeFen),
    0n,
  );
}

function restateMonth(state: Cumulation, line: MonthLine, rules: Rules): { line: MonthLine; month: RestatedMonth } {
  const vat = clearAll(line.vatMonth, line.urbanMaintenanceRate, rules.vat);
  const cleared = vat.reduce(withChange, line);
  const incomeTaxDueFen = incomeTaxDue(state, cleared, rules);
  return {
    line: { ...cleared, incomeTaxFen: incomeTaxDueFen },
    month: { month: line.month, vat, incomeTaxDueFen, incomeTaxChangeFen: incomeTaxDueFen - line.incomeTaxFen },
  };
}

function incomeTaxDue(state: Cumulation, line: MonthLine, rules: Rules): Fen {
  if (line.payments === 0) return 0n;
  if (rules.incomeTax.restart === 'payment') return line.incomeTaxFen;
  return monthStep(openMonth(state, line.month, rules.incomeTax), line, rules.incomeTax).taxFen;
}

/** VAT that falls away was inside the price: it becomes income (财税〔2016〕43号). */
function withChange(line: MonthLine, { day, change }: VatDue): MonthLine {
  return {
    ...line,
    ...plusVat(line, change),
    incomeFen: line.incomeFen - change.vatFen,
    vatMonth: changedVatMonth(line.vatMonth, { day, change }),
  };
}

function changedVatMonth(month: VatMonth, { day, change }: Pick<VatDue, 'day' | 'change'>): VatMonth {
  if (day === null) return { ...month, ...plusVat(month, change) };
  const known = month.days.find((each) => each.day === day);
  return known ? { ...month, days: withVatDay(month, { ...known, ...plusVat(known, change) }) } : month;
}

function plusVat(left: VatAmounts, right: VatAmounts): VatAmounts {
  return {
    vatFen: left.vatFen + right.vatFen,
    urbanMaintenanceFen: left.urbanMaintenanceFen + right.urbanMaintenanceFen,
    educationFen: left.educationFen + right.educationFen,
    localEducationFen: left.localEducationFen + right.localEducationFen,
  };
}
