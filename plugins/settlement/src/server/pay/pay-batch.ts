import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { monthOf, shanghaiDay, type Day } from '@linggong/core/domain';
import { accountOf, lockAccounts } from '@linggong/ledger';
import { lockTaxAccounts, moveTaxDay } from '@linggong/tax';
import { lockBatch, nextState, type BatchRow } from '../batch-rows';
import { bookPaid } from '../book/book-paid';
import { lockOrders } from '../book/booked-orders';
import { stopUnfitOrders } from '../confirm/stop-unfit-orders';
import { unfitOrders } from '../confirm/unfit-orders';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { keepFile } from './instruction-files';
import { lockDueOrders, type DueOrder } from './due-orders';
import { noteOrderMonth } from './order-months';
import { enqueueSend } from './pay-job';
import { planOrders, type PlannedOrders } from './plan-orders';
import { inThisMonth } from './requote-late';
import { stopRefused } from './stop-refused';

/** Orders of one instruction file, and of one transaction. */
const CHUNK_ORDERS = 5_000;
/** Every chunk takes at least one order of at most 100,000 lines, or is the last. */
const CHUNKS_MAX = 100_001;

/**
 * Hands the orders of a released batch to the payment channel, chunk by chunk: each chunk is one transaction that marks
 * its orders, prepares their file and asks for its sending. Killed anywhere it goes on with the orders that still wait.
 */
export async function payBatch(tools: SettlementTools, command: Command, batchId: number): Promise<void> {
  await tools.database.transaction((tx) => stopUnfit(tools, tx, command, batchId));
  let last: number | undefined = 0;
  for (let chunk = 0; chunk < CHUNKS_MAX && last !== undefined; chunk += 1) {
    const after: number = last;
    last = await tools.database.transaction((tx) => payChunk(tools, tx, command, batchId, after));
  }
}

/**
 * Days may lie between confirming and this moment, or between a file that was taken back and the next: enterprise, worker
 * and card are looked at once more, and what has fallen fails with its reason and gives back its money.
 */
async function stopUnfit(tools: SettlementTools, tx: Tx, command: Command, batchId: number): Promise<void> {
  const batch = await lockBatch(tx, batchId);
  if (batch.state !== 'released' && batch.state !== 'paying') return;
  const unfit = await unfitOrders(tx, batchId, shanghaiDay(command.at));
  if (unfit.length === 0) return;
  // A batch is completed out of `paying` only, also where its very last order is stopped here.
  await beginPaying(tx, command, batch);
  await stopUnfitOrders(tools, tx, command, batch, unfit);
}

/** One chunk of the orders behind `after`; gives the last order's id, or undefined where none waits any more. */
async function payChunk(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  after: number,
): Promise<number | undefined> {
  const batch = await lockBatch(tx, batchId);
  if (batch.state !== 'released' && batch.state !== 'paying') return undefined;
  const due = await lockDueOrders(tx, batchId, after, CHUNK_ORDERS);
  if (due.length === 0) return undefined;
  const day = shanghaiDay(command.at);
  await lockLate(tx, batch, due, day);
  // A batch is completed out of `paying` only, also where its very last order is stopped here.
  await beginPaying(tx, command, batch);
  const orders = await inThisMonth(tools, tx, command, { ...batch, state: 'paying' }, due, day);
  const planned = await planOrders(tools, tx, command, batch, orders);
  await stopRefused(tools, tx, command, batch, planned.refused);
  if (planned.going.length > 0) {
    await markPaying(tx, command, batch, planned.going, day);
    await prepareFiles(tools, tx, command, batch, planned, day);
  }
  return Math.max(...due.map(({ orderId }) => orderId));
}

/**
 * Quoting anew books taxes first and moves the hold after: the house order is deposit and fee, taxes, the rest, as `bookFailed` and
 * confirming take them.
 */
async function lockLate(tx: Tx, { enterpriseId }: BatchRow, due: readonly DueOrder[], day: Day): Promise<void> {
  const late = due.filter(({ quotedDay }) => monthOf(quotedDay) !== monthOf(day));
  if (late.length === 0) return;
  const kinds = ['deposit', 'fee', 'fee-prepaid', 'fee-receivable'] as const;
  await lockAccounts(
    tx,
    kinds.map((kind) => accountOf(kind, enterpriseId)),
  );
  await lockTaxAccounts(
    tx,
    late.map(({ orderId }) => orderId),
  );
}

async function markPaying(
  tx: Tx,
  command: Command,
  batch: BatchRow,
  orders: readonly DueOrder[],
  day: Day,
): Promise<void> {
  const orderIds = orders.map(({ orderId }) => orderId);
  await tx.query(
    `UPDATE public.orders SET state = 'paying', tax_day = $2::date, sent_at = $3::timestamptz, updated_at = $3::timestamptz
      WHERE id = ANY ($1::int[])`,
    [orderIds, day, command.at],
  );
  await noteOrderMonth(tx, orderIds, day);
  // Quoted another day of this month: no figure changes, but the day on the record is that of sending.
  await moveTaxDay(tx, orderIds, day, command);
  await tx.query(
    `UPDATE public.settlement_batches
        SET stage = 'pay', stage_total = ready_count,
            stage_done = CASE WHEN stage = 'pay' THEN least(stage_done + $2::int, ready_count) ELSE $2::int END
      WHERE id = $1`,
    [batch.id, orders.length],
  );
}

async function beginPaying(tx: Tx, command: Command, batch: BatchRow): Promise<void> {
  const state = nextState(batch, 'pay');
  if (batch.state === 'released') await addStep(tx, command, batch.id, 'sending');
  if (batch.state !== state) {
    await record(tx, command, {
      action: 'settlement-batch.pay',
      subject: { kind: 'settlement-batch', id: batch.id },
      before: { state: batch.state },
      after: { state },
    });
  }
  await tx.query('UPDATE public.settlement_batches SET state = $2, updated_at = $3::timestamptz WHERE id = $1', [
    batch.id,
    state,
    command.at,
  ]);
}

async function prepareFiles(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batch: BatchRow,
  { channel, routing, files, needless }: PlannedOrders,
  day: Day,
): Promise<void> {
  for (const { orders, wait } of files) {
    const { messageId } = await tools.channels.prepare(tx, command, channel, orders, wait, routing);
    if (messageId === null) continue;
    const orderIds = orders.map(({ orderId }) => orderId);
    await keepFile(tx, { messageId, batchId: batch.id, taxMonth: monthOf(day), orderIds });
    if (wait === null) await enqueueSend(tools.jobs, tx, command, batch.id, messageId);
    else
      await addStep(tx, command, batch.id, 'waiting', {
        orders: orderIds.length,
        until: wait.until.toISOString(),
        reason: wait.reason,
      });
  }
  if (needless.length > 0) await bookPaid(tools, tx, command, await lockOrders(tx, needless, ['paying']));
}
