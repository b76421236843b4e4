import type { Command, Tx } from '@linggong/core';
import { yearOf, type Fen } from '@linggong/core/domain';
import {
  byState,
  emptyMonthLine,
  isFiled,
  monthTable,
  monthOfIndex,
  rulesOn,
  stateKey,
  voidPayment,
  yearOfIndex,
  type MonthCorrection,
  type MonthLine,
  type TaxTables,
} from '../../domain';
import { readTables } from '../parameters/read-tables';
import { distinctKeys } from '../quote/quote-taxes';
import { lockCumulations, writeCumulations, type StoredCumulation } from '../state/cumulation-rows';
import { readMonths, writeMonths, type StoredMonth } from '../state/month-rows';
import { chunksOf } from '../state/row-columns';
import { readVoidable, type VoidableRecord } from './voidable-records';
import { writeCorrections, type NewCorrection } from './correction-rows';

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
  const voided: VoidedTax[] = [];
  const records = await readVoidable(tx, orderIds);
  for (const groupCode of new Set(records.map((record) => record.groupCode))) {
    const inGroup = records.filter((record) => record.groupCode === groupCode);
    for (const chunk of chunksOf(inGroup, ORDERS_A_CHUNK)) {
      voided.push(...(await voidChunk(tx, groupCode, chunk, tables, command)));
    }
  }
  return voided;
}

async function voidChunk(
  tx: Tx,
  groupCode: string,
  candidates: readonly VoidableRecord[],
  tables: TaxTables,
  command: Command,
): Promise<VoidedTax[]> {
  const held = await lockCumulations(tx, groupCode, distinctKeys(candidates));
  // Another transaction may have voided some while we waited for the lock.
  const records = await markVoided(tx, candidates, command);
  if (records.length === 0) return [];
  const workerIds = [...new Set(records.map(({ workerId }) => workerId))];
  const fromMonth = `${Math.min(...records.map(({ booked }) => yearOf(booked.payment.paidOn)))}-01`;
  const months = await readMonths(tx, groupCode, workerIds, fromMonth);
  const books = booksOf(held, months);
  const outcomes = records.map((record) => takeBack(record, books, tables));
  const changed = [...books.values()].filter((book) => book.isChanged);
  await writeCumulations(
    tx,
    groupCode,
    changed.map(({ row }) => row),
    command.at,
  );
  await writeMonths(
    tx,
    groupCode,
    changed.flatMap((book) => monthsToWrite(book, tables)),
  );
  await writeCorrections(
    tx,
    groupCode,
    outcomes.flatMap(({ corrections }) => corrections),
    command.at,
  );
  return outcomes.map(({ voided }) => voided);
}

async function markVoided(tx: Tx, candidates: readonly VoidableRecord[], command: Command): Promise<VoidableRecord[]> {
  const marked = await tx.query<{ id: number }>(
    `UPDATE public.tax_records SET state = 'voided', voided_at = $2, updated_at = $2
      WHERE id = ANY($1::integer[]) AND state <> 'voided' RETURNING id`,
    [candidates.map(({ id }) => id), command.at],
  );
  const ids = new Set(marked.map(({ id }) => id));
  return candidates.filter(({ id }) => ids.has(id));
}

/** A worker's totals and months in the hand, while his payments are taken back one by one. */
interface Book {
  row: StoredCumulation;
  /** Months as they stand in the database. */
  readonly known: readonly StoredMonth[];
  lines: readonly MonthLine[];
  isChanged: boolean;
}

type Books = ReadonlyMap<string, Book>;

function booksOf(held: readonly StoredCumulation[], months: readonly StoredMonth[]): Books {
  const byKey = byState(months);
  return new Map(
    held.map((row) => {
      const known = byKey.get(stateKey(row)) ?? [];
      return [stateKey(row), { row, known, lines: known.map(({ line }) => line), isChanged: false }];
    }),
  );
}

interface TakenBack {
  readonly voided: VoidedTax;
  readonly corrections: readonly NewCorrection[];
}

function takeBack(record: VoidableRecord, books: Books, tables: TaxTables): TakenBack {
  const book = books.get(stateKey(record));
  if (!book) throw new Error(`tax record ${record.id} has no running totals`);
  const { booked, regime } = record;
  const year = yearOf(booked.payment.paidOn);
  const rules = rulesOn(tables, booked.payment.paidOn, { regime });
  const ofYear = book.lines.filter(({ month }) => yearOfIndex(month) === year);
  const { receivableFen } = book.row.state;
  const filed = isFiled(record.periodState) ? { through: booked.payment.paidOn.slice(0, 7) } : undefined;
  const result = voidPayment({ lines: ofYear, receivableFen }, booked, rules, filed?.through);
  const isCurrentYear = yearOfIndex(book.row.state.month) === year;
  book.lines = [...book.lines.filter(({ month }) => yearOfIndex(month) !== year), ...result.year.lines];
  book.row = {
    ...book.row,
    version: book.row.version + 1n,
    refundDueFen: book.row.refundDueFen + result.refundDueFen,
    state: isCurrentYear ? result.state : { ...book.row.state, receivableFen: result.year.receivableFen },
  };
  book.isChanged = true;
  return {
    voided: {
      orderId: record.orderId,
      refundDueFen: result.refundDueFen,
      correctedMonths: result.corrections.map(({ month }) => monthOfIndex(month)),
    },
    corrections: result.corrections.map((correction) => newCorrection(record, correction)),
  };
}

function newCorrection({ id, workerId, regime }: VoidableRecord, correction: MonthCorrection): NewCorrection {
  return { ...correction, recordId: id, workerId, regime };
}

/** Changed months with the runs they now belong to; a month that lost its last payment is written as empty. */
function monthsToWrite(book: Book, tables: TaxTables): StoredMonth[] {
  const { workerId, regime } = book.row;
  const runs = runsOf(book, tables);
  return book.known.map(({ line: before, run }) => {
    const line = book.lines.find(({ month }) => month === before.month) ?? emptyMonthLine(before.month);
    return { workerId, regime, run: runs.get(line.month) ?? run, line };
  });
}

function runsOf(book: Book, tables: TaxTables): Map<number, number> {
  const { regime } = book.row;
  const lines = [...book.lines].sort((left, right) => left.month - right.month);
  const rows = monthTable(lines, (month) => rulesOn(tables, lastDayOf(month), { regime }));
  return new Map(rows.map(({ month, run }) => [month, run]));
}

function lastDayOf(month: number): string {
  return `${monthOfIndex(month)}-28`;
}
