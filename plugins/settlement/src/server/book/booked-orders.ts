import type { PayoutState } from '@linggong/channels';
import type { Tx } from '@linggong/core';
import type { OrderFigures, OrderState } from '../../domain';

/** An order that the bank said something about, with the outcome of its last payout. */
export interface AnsweredOrder extends OrderFigures {
  readonly orderId: number;
  readonly batchId: number;
  readonly enterpriseId: number;
  readonly state: OrderState;
  /** As the bank left it; null where no bank was needed. */
  readonly payoutState: PayoutState | null;
  readonly bankReference: string | null;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly sentAt: Date | null;
  readonly settledAt: Date | null;
  readonly rejectedAt: Date | null;
  readonly returnedAt: Date | null;
}

/**
 * Locks the batches, then those of the orders that are in one of the states, each in the order of their ids. Orders that
 * moved on already (an event heard twice) are left out, and so is everything done for them.
 */
export async function lockOrders(
  tx: Tx,
  orderIds: readonly number[],
  states: readonly OrderState[],
): Promise<AnsweredOrder[]> {
  // As an array, so that the orders are found by their ids: a join would go through all orders of every batch.
  await tx.query(
    `SELECT 1 FROM public.settlement_batches
      WHERE id = ANY (ARRAY (SELECT DISTINCT batch_id FROM public.orders WHERE id = ANY ($1::int[]))) ORDER BY id FOR UPDATE`,
    [orderIds],
  );
  return tx.query<AnsweredOrder>(
    `WITH mine AS (
       SELECT * FROM public.orders WHERE id = ANY ($1::int[]) AND state = ANY ($2::text[]) ORDER BY id FOR UPDATE
     )
     SELECT o.id AS "orderId", o.batch_id AS "batchId", o.enterprise_id AS "enterpriseId", o.state,
            p.state AS "payoutState", o.gross_fen AS "grossFen",
            o.fee_fen AS "feeFen", o.vat_fen AS "vatFen", o.surcharge_fen AS "surchargeFen",
            o.income_tax_fen AS "incomeTaxFen", o.receivable_fen AS "receivableFen", o.collected_fen AS "collectedFen",
            o.net_fen AS "netFen", o.fee_timing AS "feeTiming", p.bank_reference AS "bankReference", p.reason_code AS "reasonCode",
            p.reason_text AS "reasonText", p.sent_at AS "sentAt", p.settled_at AS "settledAt",
            p.rejected_at AS "rejectedAt", p.returned_at AS "returnedAt"
       FROM mine o LEFT JOIN channels.payouts_of($1::int[]) p ON p.order_id = o.id ORDER BY o.id`,
    [orderIds, states],
  );
}

/** Orders by their batch. */
export function byBatch(orders: readonly AnsweredOrder[]): Map<number, AnsweredOrder[]> {
  const groups = new Map<number, AnsweredOrder[]>();
  for (const order of orders) {
    const known = groups.get(order.batchId);
    if (known) known.push(order);
    else groups.set(order.batchId, [order]);
  }
  return groups;
}
