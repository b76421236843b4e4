import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { lockBatch, nextState } from '../batch-rows';
import { enqueuePay } from '../pay/pay-job';
import { samePerson } from '../problems';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';

/**
 * Releases a confirmed batch for payment (放款复核) by somebody other than who confirmed it. Gives the run that pays.
 * @throws Problem 404, 409 `illegal-transition`, 403 `second-person-needed`
 */
export async function releaseBatch(
  { jobs }: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
): Promise<string> {
  const batch = await lockBatch(tx, batchId);
  const state = nextState(batch, 'release');
  const { accountId } = command.actor;
  if (accountId !== undefined && accountId === batch.confirmedBy) throw samePerson();
  await tx.query(
    `UPDATE public.settlement_batches SET state = $2, released_at = $3::timestamptz, released_by = $4,
       version = version + 1, updated_at = $3::timestamptz WHERE id = $1`,
    [batchId, state, command.at, accountId ?? null],
  );
  await addStep(tx, command, batchId, 'released', { rule: 'finance-approver' });
  await record(tx, command, {
    action: 'settlement-batch.release',
    subject: { kind: 'settlement-batch', id: batchId },
    before: { state: batch.state },
    after: { state },
  });
  return enqueuePay(jobs, tx, command, batchId, 'released');
}
