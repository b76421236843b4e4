import type { Command, Tx } from '@linggong/core';
import { monthOf, shanghaiDay } from '@linggong/core/domain';
import { moveTaxDay } from '@linggong/tax';
import { lockBatch } from '../batch-rows';
import type { SettlementTools } from '../tools';
import { keptFile } from './instruction-files';
import { noteOrderMonth } from './order-months';
import { enqueuePay } from './pay-job';

/** What was prepared longer ago was prepared on facts that may have fallen. */
const FRESH_MS = 600_000;

/**
 * Sends a prepared file – unless a month has ended since it was prepared, or it waited for long (a bank that was away): its
 * orders are then taken back, looked at once more and quoted for the month in which they are really sent. What may have
 * left is never taken back: the first hand-over, made only while the bank is there, is the instant of sending, and its
 * Shanghai day is the tax day. As long as the bank is away nothing was handed over, so a month that ends meanwhile counts.
 * @throws ChannelFault where the bank is away; the queue tries again
 */
export async function sendPreparedFile(
  tools: SettlementTools,
  command: Command,
  batchId: number,
  messageId: string,
): Promise<void> {
  // Asked first: while the bank is away, taking files back would only make new ones.
  await tools.channels.reach(command, messageId);
  const recalled = await tools.database.transaction((tx) => recallStale(tools, tx, command, batchId, messageId));
  if (recalled) return;
  await tools.channels.send(command, messageId, (tx, orderIds) => keepTaxDay(tx, command, orderIds));
}

/** A file that was prepared before midnight and leaves after it is taxed on the day on which it leaves. */
async function keepTaxDay(tx: Tx, command: Command, orderIds: readonly number[]): Promise<void> {
  const day = shanghaiDay(command.at);
  await tx.query(
    `UPDATE public.orders SET tax_day = $2::date, sent_at = $3::timestamptz, updated_at = $3::timestamptz
      WHERE id = ANY ($1::int[]) AND state = 'paying' AND tax_day <> $2::date`,
    [orderIds, day, command.at],
  );
  await noteOrderMonth(tx, orderIds, day);
  await moveTaxDay(tx, orderIds, day, command);
}

async function recallStale(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  messageId: string,
): Promise<boolean> {
  const file = await keptFile(tx, messageId);
  const isOfThisMonth = file.taxMonth === monthOf(shanghaiDay(command.at));
  if (isOfThisMonth && !(await isOld(tx, command, file.orderIds))) return false;
  await lockBatch(tx, batchId);
  const cancelled = await tools.channels.cancel(tx, command, file.orderIds);
  if (cancelled.length === 0) return false;
  await tx.query(
    `UPDATE public.orders SET state = 'confirmed', sent_at = NULL, updated_at = $2::timestamptz
      WHERE id = ANY ($1::int[]) AND state = 'paying'`,
    [cancelled, command.at],
  );
  await enqueuePay(tools.jobs, tx, command, batchId, messageId);
  return true;
}

/** Until they leave, `sent_at` of orders is when they were marked for their file. */
async function isOld(tx: Tx, { at }: Command, orderIds: readonly number[]): Promise<boolean> {
  const { old } = await tx.one<{ old: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM public.orders WHERE id = ANY ($1::int[]) AND state = 'paying' AND sent_at < $2::timestamptz) AS old`,
    [orderIds, new Date(at.getTime() - FRESH_MS)],
  );
  return old;
}
