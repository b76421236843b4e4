import type { Command, Tx } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { monthIndexOf, monthOfIndex, owedByPayment, stateKey } from '../../domain';
import { addOwed, type OwedChange } from '../state/balance-rows';
import type { CumulationKey, StoredCumulation } from '../state/cumulation-columns';
import { writeCumulations } from '../state/cumulation-rows';
import { emptyPastRuns, writePastRuns } from '../state/past-runs';
import { writeAdjustments, type NewAdjustment } from './adjustment-rows';
import { allocateMonth, emptiedMonth, readShares, shareKey, type Shares } from './charged-shares';
import { writeCorrections } from './correction-rows';
import type { HeldPeriods } from './tax-periods';
import type { VoidableRecord } from './voidable-records';
import type { RestatedBook } from './worker-book';

/** What a void or a clearing writes, beside the state of the records. Everything it touches is locked. */
export interface Restating {
  readonly groupCode: string;
  readonly periods: HeldPeriods;
  readonly books: readonly RestatedBook[];
  readonly records: readonly VoidableRecord[];
  /** First month that changes. */
  readonly fromMonth: number;
}

/** Writes restated books: adjustments with their ledger entries, balances, corrections, runs and totals. */
export async function writeRestated(tx: Tx, restating: Restating, command: Command): Promise<void> {
  const { groupCode, books, records, periods } = restating;
  const workerIds = [...new Set(books.map(({ row }) => row.workerId))];
  const shares = await readShares(tx, groupCode, workerIds, monthOfIndex(restating.fromMonth));
  const adjustments = adjustmentsOf(books, shares, periods);
  await writeAdjustments(tx, groupCode, adjustments, command);
  await addOwed(tx, groupCode, [...records.map(takenBack), ...adjustments.map(owedByAdjustment)], command.at);
  await writeCorrections(tx, groupCode, correctionsOf(books, records), command.at);
  await writeTotals(tx, groupCode, books, command.at);
}

/** A void takes back exactly what its payment changed of what the worker owes the enterprise. */
function takenBack({ workerId, regime, enterpriseId, booked }: VoidableRecord): OwedChange {
  return { workerId, regime, enterpriseId, owedFen: -owedByPayment(booked.result) };
}

function owedByAdjustment(adjustment: NewAdjustment): OwedChange {
  const { workerId, regime, enterpriseId } = adjustment;
  const surchargeFen = adjustment.urbanMaintenanceFen + adjustment.educationFen + adjustment.localEducationFen;
  const owedFen: Fen = adjustment.vatFen + surchargeFen + adjustment.incomeTaxFen;
  return { workerId, regime, enterpriseId, owedFen };
}

function adjustmentsOf(books: readonly RestatedBook[], shares: Shares, periods: HeldPeriods): NewAdjustment[] {
  const restated = new Map(
    books.flatMap(({ row, months }) => months.map((month) => [shareKey(row, month.month), month])),
  );
  return [...shares].flatMap(([key, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const month = monthIndexOf(first.month);
    const isEmptied = rows.every(({ payments }) => payments === 0);
    const due = restated.get(key) ?? (isEmptied ? emptiedMonth(month) : undefined);
    const periodId = periods.ids.get(month);
    if (!due || periodId === undefined) return [];
    const { workerId, regime } = first;
    return allocateMonth(due, rows).map((change) => ({ ...change, workerId, regime, periodId }));
  });
}

/** Corrections of a worker name the first record whose void made them. */
function correctionsOf(books: readonly RestatedBook[], records: readonly VoidableRecord[]) {
  const firstOf = new Map([...records].reverse().map((record) => [stateKey(record), record.id]));
  return books.flatMap(({ row, corrections }) => {
    const recordId = firstOf.get(stateKey(row));
    if (recordId === undefined) return [];
    return corrections.map((month) => ({ ...month, ...keyOf(row), recordId }));
  });
}

async function writeTotals(tx: Tx, groupCode: string, books: readonly RestatedBook[], at: Date): Promise<void> {
  const years = books.flatMap((book) => [...book.years].map((year) => ({ ...keyOf(book.row), year })));
  await emptyPastRuns(tx, groupCode, years);
  await writePastRuns(
    tx,
    groupCode,
    books.flatMap(({ past }) => past),
  );
  await writeCumulations(
    tx,
    groupCode,
    books.map(({ row }) => row),
    at,
  );
}

function keyOf({ workerId, regime }: StoredCumulation): CumulationKey {
  return { workerId, regime };
}
