import type { Command, Tx } from '@linggong/core';
import { yearOf, type Month } from '@linggong/core/domain';
import { clearAll, monthIndexOf, rulesLibrary, rulesOfMonth, type MonthLine } from '../../domain';
import { readTables } from '../parameters/read-tables';
import { distinctKeys } from '../quote/quote-taxes';
import { lockCumulations } from '../state/cumulation-rows';
import { readRecordMonths } from '../state/record-months';
import { chunksOf } from '../state/row-columns';
import type { CumulationKey } from '../state/cumulation-columns';
import { writeRestated } from './restate-workers';
import { holdPeriods } from './tax-periods';
import { booksOf, clearBook, type Library } from './worker-book';

export interface ClearedPeriod {
  readonly id: number;
  readonly groupCode: string;
  readonly month: Month;
}

const WORKERS_A_CHUNK = 5_000;

/**
 * Clears a period (月度清缴): a month whose VAT stands charged above or below what it owes is restated like after a void. Voids
 * restate their months themselves, so this finds only what was voided before they did.
 */
export async function clearPeriod(tx: Tx, { id, groupCode, month }: ClearedPeriod, command: Command): Promise<void> {
  const { tables } = await readTables(tx);
  const rulesOf = rulesLibrary(tables);
  const workers = await tx.query<{ workerId: number }>(
    `SELECT DISTINCT worker_id AS "workerId" FROM public.tax_records WHERE period_id = $1 AND state <> 'voided' ORDER BY 1`,
    [id],
  );
  for (const chunk of chunksOf(workers, WORKERS_A_CHUNK)) {
    const keys = await unclearedKeys(
      tx,
      { groupCode, month },
      chunk.map(({ workerId }) => workerId),
      rulesOf,
    );
    if (keys.length > 0) await clearWorkers(tx, { groupCode, month }, keys, rulesOf, command);
  }
}

type PeriodMonth = Pick<ClearedPeriod, 'groupCode' | 'month'>;

async function unclearedKeys(
  tx: Tx,
  { groupCode, month }: PeriodMonth,
  workerIds: readonly number[],
  rulesOf: Library,
): Promise<CumulationKey[]> {
  const year = yearOf(month);
  const months = await readRecordMonths(tx, { workerIds, fromYear: year, throughYear: year, groupCode });
  const index = monthIndexOf(month);
  return distinctKeys(
    months.filter(({ line, regime }) => line.month === index && isUncleared(line, index, rulesOf(regime))),
  );
}

/** Only the VAT itself tells: the place of the payer may change within a month, and with it the surcharges. */
function isUncleared(line: MonthLine, month: number, rulesOn: ReturnType<Library>): boolean {
  const { vat } = rulesOfMonth(rulesOn, month);
  return clearAll(line.vatMonth, line.urbanMaintenanceRate, vat).some(({ change }) => change.vatFen !== 0n);
}

async function clearWorkers(
  tx: Tx,
  { groupCode, month }: PeriodMonth,
  keys: readonly CumulationKey[],
  rulesOf: Library,
  command: Command,
): Promise<void> {
  const periods = await holdPeriods(tx, groupCode, month);
  const held = await lockCumulations(tx, groupCode, keys);
  const workerIds = held.map(({ workerId }) => workerId);
  const year = yearOf(month);
  const months = await readRecordMonths(tx, { workerIds, fromYear: year, throughYear: year, groupCode });
  const fromMonth = monthIndexOf(month);
  const books = booksOf(held, months, new Map()).map((book) => clearBook(book, fromMonth, rulesOf));
  await writeRestated(tx, { groupCode, periods, books, records: [], fromMonth }, command);
}
