import type { Tx } from '@linggong/core';
import { countOrders, type CountedOrder } from '@linggong/risk';

/** As the orders stand now, whatever the event said: told twice or in another order, risk counts the same. */
const PAID = `SELECT o.id AS "orderId", o.worker_id AS "workerId", o.enterprise_id AS "enterpriseId", o.task_id AS "taskId",
    o.bank_card_id AS "cardId", o.amount_fen AS "amountFen",
    (o.paid_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date::text AS day, o.state = 'returned' AS "isReturned"
  FROM public.orders o WHERE o.id = ANY ($1::int[]) AND o.state IN ('paid', 'returned') ORDER BY o.id`;

/** Hands orders that were paid, or came back, to risk, whose features count them (R6.3). */
export async function tellRisk(tx: Tx, orderIds: readonly number[]): Promise<void> {
  await countOrders(tx, await tx.query<CountedOrder>(PAID, [orderIds]));
}
