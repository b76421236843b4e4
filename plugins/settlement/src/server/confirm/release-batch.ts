import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { lockBatch, nextState, type BatchRow } from '../batch-rows';
import { enqueuePay } from '../pay/pay-job';
import { enterpriseFacts } from '../ports/enterprises';
import { batchBlocked, ordersUnfit, samePerson } from '../problems';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { stopUnfitOrders } from './stop-unfit-orders';
import { unfitOrders } from './unfit-orders';

/**
 * Releases a confirmed batch for payment (放款复核) by somebody other than who confirmed it. Hours or days may lie between the
 * two, so the hard facts are looked at again: what has fallen fails and gives its money back, the rest goes on. Gives the
 * run that pays.
 * @throws Problem 404, 409 `illegal-transition`, `batch-blocked`, `orders-unfit`, 403 `second-person-needed`
 */
export async function releaseBatch(tools: SettlementTools, tx: Tx, command: Command, batchId: number): Promise<string> {
  const batch = await lockBatch(tx, batchId);
  const state = nextState(batch, 'release');
  const { accountId } = command.actor;
  if (accountId !== undefined && accountId === batch.confirmedBy) throw samePerson();
  const stopped = await stopFallen(tools, tx, command, batch);
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
    after: { state, stopped },
  });
  return enqueuePay(tools.jobs, tx, command, batchId, 'released');
}

/** Stops the orders whose facts have fallen; gives how many. Where all have, nothing is released: the batch is cancelled. */
async function stopFallen(tools: SettlementTools, tx: Tx, command: Command, batch: BatchRow): Promise<number> {
  const enterprise = await enterpriseFacts(tx, batch.enterpriseId);
  if (enterprise?.state !== 'active') throw batchBlocked(['enterprise-inactive']);
  const unfit = await unfitOrders(tx, batch.id, shanghaiDay(command.at));
  if (unfit.length === batch.readyCount) throw ordersUnfit([...new Set(unfit.map(({ code }) => code))]);
  await stopUnfitOrders(tools, tx, command, batch, unfit);
  return unfit.length;
}
