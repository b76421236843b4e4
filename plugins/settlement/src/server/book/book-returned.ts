import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { reverse } from '@linggong/ledger';
import { freeFees } from '../change/free-fees';
import { freeReservations } from '../change/free-orders';
import { addStep } from '../steps';
import { orderEntry } from '../order-entry';
import { tellBatch } from '../tell-batch';
import type { SettlementTools } from '../tools';
import { addOutcomes } from './batch-outcomes';
import { markStopped } from './book-failed';
import { paidKeyOf } from './book-paid';
import { byBatch, type AnsweredOrder } from './booked-orders';

/**
 * Unwinds locked, paid orders whose money came back (退汇), days after they were paid: new, linked ledger entries put it
 * on the deposit again, taxes are voided, the work may be paid once more.
 */
export async function bookReturned(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  orders: readonly AnsweredOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  await reverse(
    tx,
    command,
    orders.map(({ orderId }) => paidKeyOf(orderId)),
    'payment returned by the bank (退汇)',
    new Map(orders.map(({ orderId, returnedAt }) => [paidKeyOf(orderId), returnedAt ?? command.at])),
  );
  const orderIds = orders.map(({ orderId }) => orderId);
  await freeReservations(tx, command, orderIds);
  await freeFees(tx, command, orderIds, 'returned');
  await markStopped(tx, command, 'returned', orders);
  for (const [batchId, returned] of byBatch(orders)) await tell(tools, tx, command, batchId, returned);
}

async function tell(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  returned: readonly AnsweredOrder[],
): Promise<void> {
  const orderIds = returned.map(({ orderId }) => orderId);
  const netFen = returned.reduce((sum, order) => sum + order.netFen, 0n);
  await addStep(tx, command, batchId, 'returned', { orders: returned.length, netFen: netFen.toString() });
  await record(tx, command, orderEntry('order.return', batchId, returned, 'returned'));
  const enterpriseId = returned[0]?.enterpriseId ?? 0;
  await tools.jobs.emit(
    tx,
    { type: 'settlement.order.returned', key: `batch-${batchId}`, payload: { batchId, enterpriseId, orderIds } },
    command,
  );
  await addOutcomes(tools, tx, command, batchId, {
    paid: -returned.length,
    paidFen: -netFen,
    returned: returned.length,
  });
  await tellBatch(tx, command, batchId, 'batch-returned');
}
