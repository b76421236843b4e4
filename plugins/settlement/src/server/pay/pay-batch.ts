import { SANDBOX_BANK, type PayoutOrder } from '@linggong/channels';
import type { Command, Tx } from '@linggong/core';
import { monthOf, shanghaiDay, type Day } from '@linggong/core/domain';
import { moveTaxDay } from '@linggong/tax';
import { lockBatch, nextState, type BatchRow } from '../batch-rows';
import { bookPaid } from '../book/book-paid';
import { lockOrders } from '../book/booked-orders';
import { stopUnfitOrders } from '../confirm/stop-unfit-orders';
import { unfitOrders } from '../confirm/unfit-orders';
import { enterpriseFacts } from '../ports/enterprises';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { keepFile } from './instruction-files';
import { lockDueOrders, type DueOrder } from './due-orders';
import { noteOrderMonth } from './order-months';
import { enqueueSend } from './pay-job';
import { requoteOrders } from './requote-orders';

/** Orders of one instruction file, and of one transaction. */
const CHUNK_ORDERS = 5_000;
/** The channel that pays. The other adapters of `channels` come with the bank-file exchange. */
const CHANNEL = SANDBOX_BANK;
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
  const unfit = await unfitOrders(tx, batchId);
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
  const orders = await inThisMonth(tx, command, batch, due, day);
  await markPaying(tx, command, batch, orders, day);
  await prepare(tools, tx, command, batch, orders, day);
  return Math.max(...orders.map(({ orderId }) => orderId));
}

/** Orders whose tax stands on another month are quoted again before they are sent. */
async function inThisMonth(
  tx: Tx,
  command: Command,
  batch: BatchRow,
  due: readonly DueOrder[],
  day: Day,
): Promise<DueOrder[]> {
  const late = due.filter(({ quotedDay }) => monthOf(quotedDay) !== monthOf(day));
  if (late.length === 0) return [...due];
  const requoted = await requoteOrders(tx, command, batch.enterpriseId, late, day);
  await addStep(tx, command, batch.id, 'requoted', { orders: late.length, month: monthOf(day) });
  const byId = new Map(requoted.map((order) => [order.orderId, order]));
  return due.map((order) => byId.get(order.orderId) ?? order);
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
  await beginPaying(tx, command, batch);
  await tx.query(
    `UPDATE public.settlement_batches
        SET stage = 'pay', stage_total = ready_count,
            stage_done = CASE WHEN stage = 'pay' THEN least(stage_done + $2::int, ready_count) ELSE $2::int END
      WHERE id = $1`,
    [batch.id, orders.length],
  );
}

async function beginPaying(tx: Tx, command: Command, batch: BatchRow): Promise<void> {
  if (batch.state === 'released') await addStep(tx, command, batch.id, 'sending');
  await tx.query('UPDATE public.settlement_batches SET state = $2, updated_at = $3::timestamptz WHERE id = $1', [
    batch.id,
    nextState(batch, 'pay'),
    command.at,
  ]);
}

/** What the worker gets nothing of (all of it went to taxes) needs no bank: it is paid as it is. */
async function prepare(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batch: BatchRow,
  orders: readonly DueOrder[],
  day: Day,
): Promise<void> {
  const payable = orders.filter(({ netFen }) => netFen > 0n);
  const { messageId } = await tools.channels.prepare(
    tx,
    command,
    CHANNEL,
    await payoutOrders(tools, tx, batch, payable),
  );
  if (messageId !== null) {
    const orderIds = payable.map(({ orderId }) => orderId);
    await keepFile(tx, { messageId, batchId: batch.id, taxMonth: monthOf(day), orderIds });
    await enqueueSend(tools.jobs, tx, command, batch.id, messageId);
  }
  const nothing = orders.filter(({ netFen }) => netFen === 0n).map(({ orderId }) => orderId);
  if (nothing.length > 0) await bookPaid(tools, tx, command, await lockOrders(tx, nothing, ['paying']));
}

async function payoutOrders(
  { channels }: SettlementTools,
  tx: Tx,
  batch: BatchRow,
  orders: readonly DueOrder[],
): Promise<PayoutOrder[]> {
  const account = (await enterpriseFacts(tx, batch.enterpriseId))?.subAccountNumber;
  if (!account) throw new Error(`enterprise ${batch.enterpriseId} has no open sub-account to pay from`);
  const before = await channels.payoutsOf(
    tx,
    orders.map(({ orderId }) => orderId),
  );
  const attempts = new Map(before.map(({ orderId, attempt }) => [orderId, attempt]));
  return orders.map(({ orderId, number, netFen, subject, cardSealed, nameSealed, bankCode }) => ({
    orderId,
    attempt: (attempts.get(orderId) ?? 0) + 1,
    payerAccount: account,
    amountFen: netFen,
    remark: number,
    payee: { subject, cardSealed, nameSealed, bankCode },
  }));
}
