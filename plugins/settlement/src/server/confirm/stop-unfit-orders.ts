import { record } from '@linggong/audit';
import type { ChargeTime } from '@linggong/billing';
import type { Command, Tx } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { releaseHold } from '@linggong/ledger';
import { blockerCatalogue } from '../../api';
import { heldFor } from '../../domain';
import type { BatchRow } from '../batch-rows';
import { addOutcomes } from '../book/batch-outcomes';
import { freeFees } from '../change/free-fees';
import { freeReservations } from '../change/free-orders';
import { addStep } from '../steps';
import { orderEntry } from '../order-entry';
import type { SettlementTools } from '../tools';
import { holdKeyOf } from './hold-key';
import type { UnfitOrder } from './unfit-orders';

/** An order that ends before it left, with the reason and its Chinese words. */
export interface StoppedOrder {
  readonly orderId: number;
  readonly code: string;
  readonly text: string;
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  readonly feeTiming: ChargeTime;
}

/** Ends confirmed orders whose hard facts have fallen. See `stopOrders`. */
export async function stopUnfitOrders(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batch: Pick<BatchRow, 'id' | 'enterpriseId'>,
  unfit: readonly UnfitOrder[],
): Promise<void> {
  const stopped = unfit.map((order) => ({ ...order, text: blockerCatalogue[order.code].title.zh }));
  await stopOrders(tools, tx, command, batch, stopped, 'stopped');
}

/**
 * Ends confirmed orders that may not leave any more: each fails with its reason, its part of the hold is free again, and so
 * is what it had reserved. The batch is locked by the caller; where it is `paying`, its last open order completes it.
 */
export async function stopOrders(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batch: Pick<BatchRow, 'id' | 'enterpriseId'>,
  stopped: readonly StoppedOrder[],
  step: 'stopped' | 'refused',
): Promise<void> {
  const [first] = stopped;
  if (first === undefined) return;
  const orderIds = stopped.map(({ orderId }) => orderId);
  const amountFen = stopped.reduce((sum, order) => sum + heldFor(order), 0n);
  // An order ends once, so the first of them names the movement uniquely.
  await releaseHold(tx, command, [{ key: `orders-unfit:${first.orderId}`, hold: holdKeyOf(batch.id), amountFen }]);
  await freeReservations(tx, command, orderIds);
  await freeFees(tx, command, orderIds, 'stopped');
  await markFailed(tx, command, stopped);
  await tell(tools, tx, command, batch, stopped, step);
  await addOutcomes(tools, tx, command, batch.id, { failed: stopped.length });
}

async function markFailed(tx: Tx, command: Command, stopped: readonly StoppedOrder[]): Promise<void> {
  await tx.query(
    `UPDATE public.orders o SET state = 'failed', failed_at = $4::timestamptz, reason_code = p.code, reason_text = p.text,
       updated_at = $4::timestamptz
      FROM unnest($1::int[], $2::text[], $3::text[]) AS p (id, code, text) WHERE o.id = p.id`,
    [
      stopped.map(({ orderId }) => orderId),
      stopped.map(({ code }) => code),
      stopped.map(({ text }) => text),
      command.at,
    ],
  );
}

async function tell(
  { jobs }: SettlementTools,
  tx: Tx,
  command: Command,
  { id: batchId, enterpriseId }: Pick<BatchRow, 'id' | 'enterpriseId'>,
  stopped: readonly StoppedOrder[],
  step: 'stopped' | 'refused',
): Promise<void> {
  const orderIds = stopped.map(({ orderId }) => orderId);
  await addStep(tx, command, batchId, step, { orders: orderIds.length });
  const confirmed = stopped.map((order) => ({ ...order, state: 'confirmed' as const }));
  await record(tx, command, orderEntry('order.fail', batchId, confirmed, 'failed'));
  for (let start = 0; start < orderIds.length; start += EVENT_ORDERS) {
    const chunk = orderIds.slice(start, start + EVENT_ORDERS);
    await jobs.emit(
      tx,
      { type: 'settlement.order.failed', key: `batch-${batchId}`, payload: { batchId, enterpriseId, orderIds: chunk } },
      command,
    );
  }
}

/** Orders of one event, as its payload promises. */
const EVENT_ORDERS = 1_000;
