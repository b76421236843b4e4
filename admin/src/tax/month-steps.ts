import type { IncomeTaxRow } from './trace';

/** One step of a month's tax as a first-time reader follows it: what is taken, added or found, in fen. */
export interface MonthStep {
  readonly key:
    | 'cumulativeIncome'
    | 'expense'
    | 'exempt'
    | 'deduction'
    | 'other'
    | 'taxable'
    | 'untaxed'
    | 'tax'
    | 'relief'
    | 'before'
    | 'withheld';
  readonly sign: '' | '−' | '=';
  readonly fen: number;
}

type Line = Pick<
  IncomeTaxRow,
  | 'cumulativeIncomeFen'
  | 'expenseFen'
  | 'exemptFen'
  | 'deductionFen'
  | 'otherDeductionFen'
  | 'taxableFen'
  | 'cumulativeTaxFen'
  | 'reliefFen'
  | 'withheldBeforeFen'
  | 'withheldFen'
>;

/**
 * The month's computation as an addition on paper (公告2025年第16号): income of the year − 20 % − 5,000 a month = taxable; the tax of it − what
 * was withheld before = what is withheld now. Steps of nothing are left out; each `=` is what the steps above it come to, nothing below zero.
 */
export function monthSteps(line: Line): MonthStep[] {
  const less = (key: MonthStep['key'], fen: number): MonthStep[] => (fen === 0 ? [] : [{ key, sign: '−', fen }]);
  return [
    { key: 'cumulativeIncome', sign: '', fen: line.cumulativeIncomeFen },
    ...less('expense', line.expenseFen),
    ...less('exempt', line.exemptFen),
    ...less('deduction', line.deductionFen),
    ...less('other', line.otherDeductionFen),
    // Where more is taken off than there was, nothing is taxed; what is below zero counts for nothing.
    line.taxableFen > 0 ? { key: 'taxable', sign: '=', fen: line.taxableFen } : { key: 'untaxed', sign: '=', fen: 0 },
    // The relief is taken off already in the cumulative tax: it is said before it, so that the sum can be followed.
    { key: 'tax', sign: '', fen: line.cumulativeTaxFen + line.reliefFen },
    ...less('relief', line.reliefFen),
    ...less('before', line.withheldBeforeFen),
    { key: 'withheld', sign: '=', fen: line.withheldFen },
  ];
}

/** Fen of one month where a sum of so many months comes to whole months of it; undefined where it does not. */
export function perMonth(fen: number, months: number): number | undefined {
  return months > 0 && fen % months === 0 ? fen / months : undefined;
}
