import { yearOf, type Fen } from '@linggong/core/domain';
import {
  byState,
  isFiled,
  monthTable,
  rulesOfMonth,
  stateKey,
  voidPayment,
  yearOfIndex,
  type MonthCorrection,
  type MonthLine,
  type rulesLibrary,
} from '../../domain';
import type { StoredCumulation } from '../state/cumulation-columns';
import type { PastRun } from '../state/past-runs';
import type { RecordMonth } from '../state/record-months';
import { NO_PAYMENTS, withPart } from '../state/run-sums';
import type { VoidableRecord } from './voidable-records';

/** Compiled rules by regime and day. */
export type Library = ReturnType<typeof rulesLibrary>;

/** A worker's totals and months in the hand, while his payments are taken back one by one. */
export interface WorkerBook {
  readonly row: StoredCumulation;
  /** Months with live payments of the years concerned, oldest first. */
  readonly lines: readonly MonthLine[];
  /** Years in which a payment was taken back. */
  readonly changedYears: ReadonlySet<number>;
}

export function booksOf(held: readonly StoredCumulation[], months: readonly RecordMonth[]): Map<string, WorkerBook> {
  const monthsOf = byState(months);
  return new Map(
    held.map((row) => {
      const lines = (monthsOf.get(stateKey(row)) ?? []).map(({ line }) => line);
      return [stateKey(row), { row, lines, changedYears: new Set<number>() }];
    }),
  );
}

interface TakenBack {
  readonly book: WorkerBook;
  readonly refundDueFen: Fen;
  readonly corrections: readonly MonthCorrection[];
}

/** The book without one payment. */
export function takeBack(book: WorkerBook, record: VoidableRecord, rulesOf: Library): TakenBack {
  const { row } = book;
  const { paidOn } = record.booked.payment;
  const year = yearOf(paidOn);
  const rules = rulesOf(record.regime)(paidOn);
  const ofYear = book.lines.filter(({ month }) => yearOfIndex(month) === year);
  const filedThrough = isFiled(record.periodState) ? paidOn.slice(0, 7) : undefined;
  const before = { lines: ofYear, receivableFen: row.state.receivableFen };
  const { year: after, state, refundDueFen, corrections } = voidPayment(before, record.booked, rules, filedThrough);
  const others = book.lines.filter(({ month }) => yearOfIndex(month) !== year);
  return {
    book: {
      lines: [...others, ...after.lines].sort((left, right) => left.month - right.month),
      changedYears: new Set([...book.changedYears, year]),
      row: {
        ...row,
        version: row.version + 1n,
        refundDueFen: row.refundDueFen + refundDueFen,
        state: isYearInProgress(row, year) ? state : { ...row.state, receivableFen: after.receivableFen },
      },
    },
    refundDueFen,
    corrections,
  };
}

/** Totals and runs of a changed book, as they must be written. */
export function closeBook(book: WorkerBook, rulesOf: Library): { row: StoredCumulation; past: readonly PastRun[] } {
  const runs = runsOf(book, rulesOf);
  const [row, inProgress] = [book.row, runs.find((run) => isInProgress(book.row, run))];
  const isChanged = book.changedYears.has(yearOfIndex(row.state.month)) || row.state.month === 0;
  return {
    row: isChanged ? { ...row, sums: inProgress?.sums ?? NO_PAYMENTS } : row,
    past: runs.filter((run) => run !== inProgress && book.changedYears.has(yearOfIndex(run.lastMonth))),
  };
}

function isYearInProgress({ state }: StoredCumulation, year: number): boolean {
  return yearOfIndex(state.month) === year;
}

function isInProgress({ state }: StoredCumulation, run: PastRun): boolean {
  return run.lastMonth === state.month;
}

function runsOf({ row, lines }: WorkerBook, rulesOf: Library): PastRun[] {
  const runs = new Map<string, PastRun>();
  const table = monthTable(lines, (month) => rulesOfMonth(rulesOf(row.regime), month));
  table.forEach(({ month, run, months }, index) => {
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
