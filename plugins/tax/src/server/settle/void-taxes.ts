import type { Command, Tx } from '@linggong/core';
import { yearOf, type Fen } from '@linggong/core/domain';
import { monthOfIndex, rulesLibrary, stateKey } from '../../domain';
import { readTables } from '../parameters/read-tables';
import { distinctKeys } from '../quote/quote-taxes';
import { lockCumulations, writeCumulations } from '../state/cumulation-rows';
import { emptyPastRuns, writePastRuns } from '../state/past-runs';
import { readRecordMonths } from '../state/record-months';
import { chunksOf } from '../state/row-columns';
import { writeCorrections, type NewCorrection } from './correction-rows';
import { readLiveOrders, readVoidable, type LiveOrder, type VoidableRecord } from './voidable-records';
import { booksOf, closeBook, takeBack, type Library, type WorkerBook } from './worker-book';

/** What voiding an order's tax means beyond the void itself. */
export interface VoidedTax {
  readonly orderId: number;
  /** Tax of this payment that later payments have borne already: due back to the worker. */
  readonly refundDueFen: Fen;
  /** Filed months whose return must be corrected (更正申报). */
  readonly correctedMonths: readonly string[];
}

const ORDERS_A_CHUNK = 5_000;

/**
 * The payments of these orders did not happen (failed, cancelled) or came back (returned): their income and their withholding
 * are void together, before filing by taking them out, after filing with the corrections that the returns need. Records that
 * are void already are left alone, so repeating it changes nothing.
 */
export async function voidTaxes(tx: Tx, orderIds: readonly number[], command: Command): Promise<VoidedTax[]> {
  const { tables } = await readTables(tx);
  const rulesOf = rulesLibrary(tables);
  const voided: VoidedTax[] = [];
  const orders = await readLiveOrders(tx, orderIds);
  for (const groupCode of new Set(orders.map((order) => order.groupCode))) {
    const inGroup = orders.filter((order) => order.groupCode === groupCode);
    for (const chunk of chunksOf(inGroup, ORDERS_A_CHUNK)) {
      voided.push(...(await voidChunk(tx, groupCode, chunk, rulesOf, command)));
    }
  }
  return voided;
}

async function voidChunk(
  tx: Tx,
  groupCode: string,
  orders: readonly LiveOrder[],
  rulesOf: Library,
  command: Command,
): Promise<VoidedTax[]> {
  const held = await lockCumulations(tx, groupCode, distinctKeys(orders));
  // While we waited for the lock another transaction may have voided some.
  const orderIds = orders.map(({ orderId }) => orderId);
  const records = await readVoidable(tx, groupCode, orderIds);
  if (records.length === 0) return [];
  const years = records.map(({ booked }) => yearOf(booked.payment.paidOn));
  const workerIds = [...new Set(records.map(({ workerId }) => workerId))];
  const [fromYear, throughYear] = [Math.min(...years), Math.max(...years)];
  const books = booksOf(held, await readRecordMonths(tx, { workerIds, fromYear, throughYear, groupCode }));
  const { voided, corrections } = takeAllBack(records, books, rulesOf);
  await markVoided(tx, records, command);
  await writeBooks(tx, groupCode, [...books.values()], rulesOf, command.at);
  await writeCorrections(tx, groupCode, corrections, command.at);
  return voided;
}

interface Taken {
  readonly voided: VoidedTax[];
  readonly corrections: NewCorrection[];
}

function takeAllBack(records: readonly VoidableRecord[], books: Map<string, WorkerBook>, rulesOf: Library): Taken {
  const taken: Taken = { voided: [], corrections: [] };
  for (const record of records) {
    const book = books.get(stateKey(record));
    if (!book) throw new Error(`tax record ${record.id} has no running totals`);
    const result = takeBack(book, record, rulesOf);
    books.set(stateKey(record), result.book);
    const { orderId, workerId, regime, id: recordId } = record;
    const correctedMonths = result.corrections.map(({ month }) => monthOfIndex(month));
    taken.voided.push({ orderId, refundDueFen: result.refundDueFen, correctedMonths });
    taken.corrections.push(...result.corrections.map((row) => ({ ...row, recordId, workerId, regime })));
  }
  return taken;
}

async function markVoided(tx: Tx, records: readonly VoidableRecord[], { at }: Command): Promise<void> {
  await tx.query(
    `UPDATE public.tax_records SET state = 'voided', voided_at = $2, updated_at = $2 WHERE id = ANY($1::integer[])`,
    [records.map(({ id }) => id), at],
  );
}

async function writeBooks(
  tx: Tx,
  groupCode: string,
  books: readonly WorkerBook[],
  rulesOf: Library,
  at: Date,
): Promise<void> {
  const changed = books.filter(({ changedYears }) => changedYears.size > 0);
  const closed = changed.map((book) => closeBook(book, rulesOf));
  const years = changed.flatMap(({ row: { workerId, regime }, changedYears }) =>
    [...changedYears].map((year) => ({ workerId, regime, year })),
  );
  await emptyPastRuns(tx, groupCode, years);
  await writePastRuns(
    tx,
    groupCode,
    closed.flatMap(({ past }) => past),
  );
  await writeCumulations(
    tx,
    groupCode,
    closed.map(({ row }) => row),
    at,
  );
}
