import type { Command } from '@linggong/core';
import type { SettlementTools } from '../tools';
import { enqueuePay, enqueueSend } from './pay-job';

/** Longer than a job of payments waits between two tries. */
const STUCK_AFTER_MS = 600_000;

/**
 * Asks again for what the jobs of paying left behind when they ran out of tries (a bank that was away for hours): files that
 * were prepared and never left, and released orders that no file took up. Jobs that are still open are not doubled.
 */
export async function resumePayments(
  tools: SettlementTools,
  command: Command,
): Promise<{ filesResumed: number; batchesResumed: number }> {
  const { database, channels, jobs } = tools;
  const before = new Date(command.at.getTime() - STUCK_AFTER_MS);
  return database.transaction(async (tx) => {
    const files = await tx.query<{ messageId: string; batchId: number }>(
      `SELECT message_id AS "messageId", batch_id AS "batchId" FROM settlement.instruction_files
        WHERE message_id = ANY ($1::text[]) ORDER BY message_id`,
      [await channels.waiting(tx, before, command.at)],
    );
    for (const { batchId, messageId } of files) await enqueueSend(jobs, tx, command, batchId, messageId);
    const batches = await tx.query<{ id: number }>(
      `SELECT b.id FROM public.settlement_batches b WHERE b.state IN ('released', 'paying') AND b.updated_at <= $1::timestamptz
          AND EXISTS (SELECT 1 FROM public.orders o WHERE o.batch_id = b.id AND o.state = 'confirmed') ORDER BY b.id`,
      [before],
    );
    for (const { id } of batches) await enqueuePay(jobs, tx, command, id, 'catch-up');
    return { filesResumed: files.length, batchesResumed: batches.length };
  });
}
