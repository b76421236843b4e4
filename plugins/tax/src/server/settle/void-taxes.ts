import type { Command, Tx } from '@linggong/core';
import { yearOf, type Fen, type Month } from '@linggong/core/domain';
import { byState, monthIndexOf, monthOfIndex, rulesLibrary, stateKey } from '../../domain';
import { readTables } from '../parameters/read-tables';
import { distinctKeys } from '../quote/quote-taxes';
import { readOwed } from '../state/balance-rows';
import { lockCumulations } from '../state/cumulation-rows';
import { readRecordMonths } from '../state/record-months';
import { chunksOf } from '../state/row-columns';
import { writeRestated } from './restate-workers';
import { lockTaxAccounts } from './tax-accounts';
import { holdPeriods, type HeldPeriods } from './tax-periods';
import { readLiveOrders, readVoidable, type LiveOrder, type VoidableRecord } from './voidable-records';
import { booksOf, restateBook, type Library, type RestatedBook } from './worker-book';

/** What voiding an order's tax means beyond the void itself. */
export interface VoidedTax {
  readonly orderId: number;
  /** Due back now to the worker from the enterprise of the order; given back with its next payment to him. */
  readonly refundDueFen: Fen;
  /** Filed months whose return must be corrected (更正申报). */
  readonly correctedMonths: readonly string[];
}

const ORDERS_A_CHUNK = 5_000;

/**
 * The payments of these orders did not happen (failed, cancelled) or came back (returned): their income and their withholding
 * are void together, and the months from theirs on are computed anew. What other payments were charged too much is booked as due
 * back to the worker, what is missing as owed by him, on the ledger too; filed months get their corrections. Records that are
 * void already are left alone, so repeating it changes nothing.
 */
export async function voidTaxes(tx: Tx, orderIds: readonly number[], command: Command): Promise<VoidedTax[]> {
  const { tables } = await readTables(tx);
  const rulesOf = rulesLibrary(tables);
  const voided: VoidedTax[] = [];
  await lockTaxAccounts(tx, orderIds);
  const orders = await readLiveOrders(tx, orderIds);
  for (const groupCode of new Set(orders.map((order) => order.groupCode))) {
    const inGroup = orders.filter((order) => order.groupCode === groupCode);
    const periods = await holdPeriods(tx, groupCode, firstMonth(inGroup));
    for (const chunk of chunksOf(inGroup, ORDERS_A_CHUNK)) {
      voided.push(...(await voidChunk(tx, { groupCode, periods, rulesOf }, chunk, command)));
    }
  }
  return voided;
}

interface VoidFrame {
  readonly groupCode: string;
  readonly periods: HeldPeriods;
  readonly rulesOf: Library;
}

async function voidChunk(
  tx: Tx,
  { groupCode, periods, rulesOf }: VoidFrame,
  orders: readonly LiveOrder[],
  command: Command,
): Promise<VoidedTax[]> {
  const held = await lockCumulations(tx, groupCode, distinctKeys(orders));
  // While we waited for the lock another transaction may have voided some.
  const voiding = orders.map(({ orderId }) => orderId);
  const records = await readVoidable(tx, groupCode, voiding);
  if (records.length === 0) return [];
  const years = records.map(({ booked }) => yearOf(booked.payment.paidOn));
  const workerIds = [...new Set(records.map(({ workerId }) => workerId))];
  const range = { fromYear: Math.min(...years), throughYear: Math.max(...years) };
  const months = await readRecordMonths(tx, { workerIds, ...range, groupCode, voiding });
  const voided = byState(records);
  const changed = held.filter((row) => voided.has(stateKey(row)));
  const books = booksOf(changed, months, voided).map((book) => restateBook(book, rulesOf, periods.isFiled));
  await markVoided(tx, records, command);
  const fromMonth = Math.min(...records.map(({ booked }) => monthIndexOf(booked.payment.paidOn)));
  await writeRestated(tx, { groupCode, periods, books, records, fromMonth }, command);
  return tell(tx, groupCode, records, books);
}

async function markVoided(tx: Tx, records: readonly VoidableRecord[], { at }: Command): Promise<void> {
  await tx.query(
    `UPDATE public.tax_records SET state = 'voided', voided_at = $2, updated_at = $2 WHERE id = ANY($1::integer[])`,
    [records.map(({ id }) => id), at],
  );
}

async function tell(
  tx: Tx,
  groupCode: string,
  records: readonly VoidableRecord[],
  books: readonly RestatedBook[],
): Promise<VoidedTax[]> {
  const correctedOf = new Map(
    books.map(({ row, corrections }) => [stateKey(row), corrections.map(({ month }) => monthOfIndex(month))]),
  );
  const voided: VoidedTax[] = [];
  for (const enterpriseId of new Set(records.map((record) => record.enterpriseId))) {
    const own = records.filter((record) => record.enterpriseId === enterpriseId);
    const owed = await readOwed(tx, groupCode, enterpriseId, distinctKeys(own));
    for (const record of own) {
      const owedFen = owed.get(stateKey(record)) ?? 0n;
      const refundDueFen = owedFen < 0n ? -owedFen : 0n;
      voided.push({ orderId: record.orderId, refundDueFen, correctedMonths: correctedOf.get(stateKey(record)) ?? [] });
    }
  }
  return voided;
}

function firstMonth(orders: readonly LiveOrder[]): Month {
  return orders.reduce((first, { taxMonth }) => (taxMonth < first ? taxMonth : first), '9999-12');
}
