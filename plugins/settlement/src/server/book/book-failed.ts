import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { releaseHold } from '@linggong/ledger';
import { heldFor } from '../../domain';
import { freeFees } from '../change/free-fees';
import { freeReservations } from '../change/free-orders';
import { holdKeyOf } from '../confirm/hold-key';
import { addStep } from '../steps';
import { orderEntry } from '../order-entry';
import type { SettlementTools } from '../tools';
import { addOutcomes } from './batch-outcomes';
import { byBatch, type AnsweredOrder } from './booked-orders';

/**
 * Books locked orders that the bank refused: the held money is available again, acceptances, limits and taxes are free,
 * and the order carries the bank's reason.
 */
export async function bookFailed(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  orders: readonly AnsweredOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  const groups = byBatch(orders);
  await releaseHold(tx, command, [...groups].map(movementOf));
  const orderIds = orders.map(({ orderId }) => orderId);
  await freeReservations(tx, command, orderIds);
  await freeFees(tx, command, orderIds, 'failed');
  await markStopped(tx, command, 'failed', orders);
  for (const [batchId, failed] of groups) await tell(tools, tx, command, batchId, failed);
}

/** An order fails once, so the first of a chunk names the movement uniquely. */
function movementOf([batchId, orders]: [number, AnsweredOrder[]]) {
  return {
    key: `orders-failed:${orders[0]?.orderId ?? 0}`,
    hold: holdKeyOf(batchId),
    amountFen: orders.reduce((sum, order) => sum + heldFor(order), 0n),
  };
}

/** Ends orders with the bank's reason; `failed` never was paid, `returned` came back. */
export async function markStopped(
  tx: Tx,
  command: Command,
  state: 'failed' | 'returned',
  orders: readonly AnsweredOrder[],
): Promise<void> {
  await tx.query(
    `UPDATE public.orders o
        SET state = $5, ${state}_at = coalesce(p.at, $6::timestamptz), reason_code = p.code, reason_text = p.text,
            updated_at = $6::timestamptz
       FROM unnest($1::int[], $2::timestamptz[], $3::text[], $4::text[]) AS p (id, at, code, text) WHERE o.id = p.id`,
    [
      orders.map(({ orderId }) => orderId),
      orders.map(({ rejectedAt, returnedAt }) => (state === 'failed' ? rejectedAt : returnedAt)),
      orders.map(({ reasonCode }) => reasonCode),
      orders.map(({ reasonText }) => reasonText),
      state,
      command.at,
    ],
  );
}

async function tell(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  failed: readonly AnsweredOrder[],
): Promise<void> {
  const orderIds = failed.map(({ orderId }) => orderId);
  await addStep(tx, command, batchId, 'booked', { failed: failed.length });
  await record(tx, command, orderEntry('order.fail', batchId, failed, 'failed'));
  const enterpriseId = failed[0]?.enterpriseId ?? 0;
  await tools.jobs.emit(
    tx,
    { type: 'settlement.order.failed', key: `batch-${batchId}`, payload: { batchId, enterpriseId, orderIds } },
    command,
  );
  await addOutcomes(tools, tx, command, batchId, { failed: failed.length });
}
