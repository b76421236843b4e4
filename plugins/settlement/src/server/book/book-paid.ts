import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { post, type LedgerEntry } from '@linggong/ledger';
import { finalizeTaxes } from '@linggong/tax';
import { heldFor, isConsistent, orderPostings } from '../../domain';
import { holdKeyOf } from '../confirm/hold-key';
import { orderEntry } from '../order-entry';
import type { SettlementTools } from '../tools';
import { addOutcomes } from './batch-outcomes';
import { byBatch, type AnsweredOrder } from './booked-orders';

/** Key of the ledger transaction of a paid order; its reversal names it. */
export function paidKeyOf(orderId: number): string {
  return `order-paid:${orderId}`;
}

/**
 * Books locked orders that the bank paid (or that needed no bank): ledger, tax records, order, batch and the event for the
 * other plugins, one statement a table.
 */
export async function bookPaid(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  orders: readonly AnsweredOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  await post(
    tx,
    command,
    orders.map((order) => paidEntry(order, command)),
  );
  await finalizeTaxes(
    tx,
    orders.map(({ orderId }) => orderId),
    command,
  );
  await tx.query(
    `UPDATE public.orders o
        SET state = 'paid', paid_at = coalesce(p.paid_at, $5::timestamptz), sent_at = coalesce(p.sent_at, o.sent_at),
            bank_reference = p.reference, updated_at = $5::timestamptz
       FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[], $4::text[]) AS p (id, paid_at, sent_at, reference)
      WHERE o.id = p.id`,
    [
      orders.map(({ orderId }) => orderId),
      orders.map(({ settledAt }) => settledAt),
      orders.map(({ sentAt }) => sentAt),
      orders.map(({ bankReference }) => bankReference),
      command.at,
    ],
  );
  for (const [batchId, paid] of byBatch(orders)) await tell(tools, tx, command, batchId, paid);
}

function paidEntry(order: AnsweredOrder, command: Command): LedgerEntry {
  if (!isConsistent(order)) throw new Error(`the figures of order ${order.orderId} do not add up`);
  return {
    key: paidKeyOf(order.orderId),
    kind: 'order-paid',
    occurredAt: order.settledAt ?? command.at,
    reference: `order:${order.orderId}`,
    postings: orderPostings(order.enterpriseId, order),
    capture: { hold: holdKeyOf(order.batchId), amountFen: heldFor(order) },
  };
}

async function tell(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  paid: readonly AnsweredOrder[],
): Promise<void> {
  const orderIds = paid.map(({ orderId }) => orderId);
  const enterpriseId = paid[0]?.enterpriseId ?? 0;
  const netFen = paid.reduce((sum, order) => sum + order.netFen, 0n);
  await record(tx, command, orderEntry('order.pay', batchId, paid, 'paid'));
  await tools.jobs.emit(
    tx,
    { type: 'settlement.order.paid', key: `batch-${batchId}`, payload: { batchId, enterpriseId, orderIds } },
    command,
  );
  await addOutcomes(tools, tx, command, batchId, { paid: paid.length, paidFen: netFen });
}
