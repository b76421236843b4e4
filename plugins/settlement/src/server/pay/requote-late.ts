import type { Command, Tx } from '@linggong/core';
import { monthOf, type Day } from '@linggong/core/domain';
import { releaseHold } from '@linggong/ledger';
import type { BatchRow } from '../batch-rows';
import { holdKeyOf } from '../confirm/hold-key';
import { stopUnfitOrders } from '../confirm/stop-unfit-orders';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import type { DueOrder } from './due-orders';
import { requoteOrders } from './requote-orders';

/**
 * Orders as they are sent today: those whose tax stands on another month are quoted again. An order with a promised net that
 * has become dearer than its hold is stopped, and gives everything back; what has become cheaper frees the difference.
 */
export async function inThisMonth(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batch: BatchRow,
  due: readonly DueOrder[],
  day: Day,
): Promise<DueOrder[]> {
  let late = due.filter(({ quotedDay }) => monthOf(quotedDay) !== monthOf(day));
  const inTime = due.filter(({ quotedDay }) => monthOf(quotedDay) === monthOf(day));
  while (late.length > 0) {
    await tx.query('SAVEPOINT requote');
    const { orders, dearer } = await requoteOrders(tx, command, batch.enterpriseId, late, day);
    if (dearer.length === 0) {
      await freeDifference(tx, command, batch, late, orders);
      await addStep(tx, command, batch.id, 'requoted', { orders: late.length, month: monthOf(day) });
      return [...inTime, ...orders].sort((left, right) => left.workerId - right.workerId || left.rowNo - right.rowNo);
    }
    // What the others would bear without them is found anew: taxes of one worker stand on each other.
    await tx.query('ROLLBACK TO SAVEPOINT requote');
    await stopUnfitOrders(
      tools,
      tx,
      command,
      batch,
      dearer.map((order) => ({ ...order, code: 'net-not-kept' as const })),
    );
    const stopped = new Set(dearer.map(({ orderId }) => orderId));
    late = late.filter(({ orderId }) => !stopped.has(orderId));
  }
  return inTime;
}

async function freeDifference(
  tx: Tx,
  command: Command,
  batch: BatchRow,
  before: readonly DueOrder[],
  after: readonly DueOrder[],
): Promise<void> {
  const freed = before.flatMap((order, index) => {
    const amountFen = order.grossFen - (after[index]?.grossFen ?? order.grossFen);
    return amountFen > 0n
      ? [{ key: `order-requoted:${order.orderId}:${order.quotedDay}`, hold: holdKeyOf(batch.id), amountFen }]
      : [];
  });
  if (freed.length > 0) await releaseHold(tx, command, freed);
}
