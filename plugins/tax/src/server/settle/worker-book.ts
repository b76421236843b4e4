import {
  byState,
  monthIndexOf,
  monthTable,
  restateYear,
  rulesOfMonth,
  stateKey,
  voidPayments,
  yearOfIndex,
  cumulationOf,
  type BookedPayment,
  type MonthCorrection,
  type MonthLine,
  type RestatedMonth,
  type rulesLibrary,
  type RulesOfMonth,
} from '../../domain';
import type { StoredCumulation } from '../state/cumulation-columns';
import type { PastRun } from '../state/past-runs';
import type { RecordMonth } from '../state/record-months';
import { NO_PAYMENTS, withPart } from '../state/run-sums';

/** Compiled rules by regime and day. */
export type Library = ReturnType<typeof rulesLibrary>;

/** A worker's totals and months as they stand, and what is taken back of them. */
export interface WorkerBook {
  readonly row: StoredCumulation;
  /** Months of the years concerned, oldest first. */
  readonly lines: readonly MonthLine[];
  readonly voided: readonly BookedPayment[];
}

/** The book as it must be written. */
export interface RestatedBook {
  readonly row: StoredCumulation;
  readonly past: readonly PastRun[];
  readonly years: ReadonlySet<number>;
  readonly months: readonly RestatedMonth[];
  readonly corrections: readonly MonthCorrection[];
}

/** Books of locked workers; those of whom nothing is voided are only cleared. */
export function booksOf(
  held: readonly StoredCumulation[],
  months: readonly RecordMonth[],
  voided: ReadonlyMap<string, readonly { readonly booked: BookedPayment }[]>,
): WorkerBook[] {
  const monthsOf = byState(months);
  return held.map((row) => ({
    row,
    lines: (monthsOf.get(stateKey(row)) ?? []).map(({ line }) => line),
    voided: (voided.get(stateKey(row)) ?? []).map(({ booked }) => booked),
  }));
}

/** Takes the voided payments out and computes their years anew. */
export function restateBook(book: WorkerBook, rulesOf: Library, isFiled: (month: number) => boolean): RestatedBook {
  const voidedOf = new Map<number, BookedPayment[]>();
  for (const booked of book.voided) {
    const year = yearOfIndex(monthIndexOf(booked.payment.paidOn));
    voidedOf.set(year, [...(voidedOf.get(year) ?? []), booked]);
  }
  const ofMonth: RulesOfMonth = (month) => rulesOfMonth(rulesOf(book.row.regime), month);
  const parts = [...voidedOf].map(([year, voided]) => voidPayments(linesOf(book, year), voided, ofMonth, isFiled));
  return written(book, new Set(voidedOf.keys()), parts, ofMonth);
}

/** Brings a month that was charged more or less than it owes to what it owes; nothing is taken back. */
export function clearBook(book: WorkerBook, month: number, rulesOf: Library): RestatedBook {
  const ofMonth: RulesOfMonth = (each) => rulesOfMonth(rulesOf(book.row.regime), each);
  const year = yearOfIndex(month);
  const part = { ...restateYear(linesOf(book, year), month, ofMonth), corrections: [] };
  return written(book, new Set([year]), [part], ofMonth);
}

type Part = ReturnType<typeof voidPayments>;

function written(
  book: WorkerBook,
  years: ReadonlySet<number>,
  parts: readonly Part[],
  ofMonth: RulesOfMonth,
): RestatedBook {
  const untouched = book.lines.filter(({ month, payments }) => !years.has(yearOfIndex(month)) && payments > 0);
  const lines = [...untouched, ...parts.flatMap((part) => part.lines)].sort((left, right) => left.month - right.month);
  const row = { ...book.row, version: book.row.version + 1n };
  const yearInProgress = yearOfIndex(row.state.month);
  const inProgress = lines.filter(({ month }) => yearOfIndex(month) === yearInProgress);
  const state = years.has(yearInProgress)
    ? cumulationOf(inProgress, 0n, ofMonth(row.state.month).incomeTax)
    : row.state;
  const runs = runsOf(book, lines, ofMonth);
  const current = runs.find(({ lastMonth }) => lastMonth === state.month);
  return {
    row: years.has(yearInProgress) ? { ...row, state, sums: current?.sums ?? NO_PAYMENTS } : row,
    past: runs.filter((run) => run !== current && years.has(yearOfIndex(run.lastMonth))),
    years,
    months: parts.flatMap((part) => part.months),
    corrections: parts.flatMap((part) => part.corrections),
  };
}

function linesOf({ lines }: WorkerBook, year: number): MonthLine[] {
  return lines.filter(({ month }) => yearOfIndex(month) === year);
}

function runsOf({ row }: WorkerBook, lines: readonly MonthLine[], ofMonth: RulesOfMonth): PastRun[] {
  const runs = new Map<string, PastRun>();
  monthTable(lines, ofMonth).forEach(({ month, run, months }, index) => {
    const key = `${yearOfIndex(month)}/${run}`;
    const line = lines[index];
    if (!line) return;
    const before = runs.get(key);
    const sums = withPart(before?.sums ?? NO_PAYMENTS, line, line.payments);
    const firstMonth = before?.firstMonth ?? month;
    runs.set(key, { workerId: row.workerId, regime: row.regime, run, months, firstMonth, lastMonth: month, sums });
  });
  return [...runs.values()];
}
