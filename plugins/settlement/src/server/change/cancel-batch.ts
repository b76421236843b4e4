import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { releaseHold } from '@linggong/ledger';
import { lockBatch, nextState, type BatchRow } from '../batch-rows';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { freeFees } from './free-fees';
import { freeReservations } from './free-orders';

/**
 * Cancels a batch that has not been released. After confirmation its orders are cancelled with it, the hold is given
 * back, and what was reserved for it is free again.
 * @throws Problem 404, 409 `illegal-transition`
 */
export async function cancelBatch({ jobs }: SettlementTools, tx: Tx, command: Command, batchId: number): Promise<void> {
  const batch = await lockBatch(tx, batchId);
  const state = nextState(batch, 'cancel');
  const orders = batch.state === 'confirmed' ? await cancelOrders(tx, command, batch) : 0;
  await tx.query(
    `UPDATE public.settlement_batches SET state = $2, state_reason = $3, cancelled_at = $4::timestamptz,
       version = version + 1, updated_at = $4::timestamptz WHERE id = $1`,
    [batchId, state, command.reason ?? null, command.at],
  );
  await addStep(tx, command, batchId, 'cancelled', { orders });
  await record(tx, command, {
    action: 'settlement-batch.cancel',
    subject: { kind: 'settlement-batch', id: batchId },
    before: { state: batch.state },
    after: { state },
    count: orders,
  });
  await jobs.emit(
    tx,
    { type: 'settlement.batch.cancelled', key: `batch-${batchId}`, payload: { batchId, orders } },
    command,
  );
}

async function cancelOrders(tx: Tx, command: Command, batch: BatchRow): Promise<number> {
  const orders = await tx.query<{ id: number }>(
    `UPDATE public.orders SET state = 'cancelled', updated_at = $2::timestamptz
      WHERE batch_id = $1 AND state = 'confirmed' RETURNING id`,
    [batch.id, command.at],
  );
  const { holdKey } = batch;
  if (holdKey !== null) await releaseHold(tx, command, [{ key: `batch-cancelled:${batch.id}`, hold: holdKey }]);
  const orderIds = orders.map(({ id }) => id);
  await freeReservations(tx, command, orderIds);
  await freeFees(tx, command, orderIds, 'stopped');
  return orders.length;
}
