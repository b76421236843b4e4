import type { Command, Tx } from '@linggong/core';
import { monthOf, shanghaiDay } from '@linggong/core/domain';
import { lockBatch } from '../batch-rows';
import type { SettlementTools } from '../tools';
import { keptFile } from './instruction-files';
import { enqueuePay } from './pay-job';

/**
 * Sends a prepared file – unless a month has ended since it was prepared: its orders are then taken back and quoted for
 * the month in which they are really sent. What may have left is never taken back.
 * @throws ChannelFault where the bank is away; the queue tries again
 */
export async function sendPreparedFile(
  tools: SettlementTools,
  command: Command,
  batchId: number,
  messageId: string,
): Promise<void> {
  const recalled = await tools.database.transaction((tx) => recallLate(tools, tx, command, batchId, messageId));
  if (!recalled) await tools.channels.send(command, messageId);
}

async function recallLate(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  messageId: string,
): Promise<boolean> {
  const file = await keptFile(tx, messageId);
  if (file.taxMonth === monthOf(shanghaiDay(command.at))) return false;
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
