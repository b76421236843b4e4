import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import type { BatchState } from '../../domain';

/** Tells the log that a batch is being checked, by whoever asked for it; of one that was already there is nothing new to tell. */
export async function tellChecking(
  tx: Tx,
  command: Command,
  batchId: number,
  before: BatchState,
  after: BatchState,
): Promise<void> {
  if (before === after) return;
  await record(tx, command, {
    action: 'settlement-batch.check',
    subject: { kind: 'settlement-batch', id: batchId },
    before: { state: before },
    after: { state: after },
  });
}
