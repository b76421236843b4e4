import type { Command, Queryable } from '@linggong/core';
import type { SettlementTools } from '../tools';
import { bookAnswers } from './book-answers';

/** An event is tried again for several minutes; what is older was lost, or its deliveries ran out of tries. */
const MISSED_AFTER_MS = 600_000;
/** Orders of one transaction, as many as an event names. */
const CHUNK_ORDERS = 1_000;

/**
 * Books what the bank said and nobody booked: settled, rejected or returned payouts whose orders still wait, and returned
 * payouts whose orders count as paid. Batch by batch, so that one that cannot be booked does not hold up the others.
 * @throws the first fault, after everything else was booked
 */
export async function bookMissed(tools: SettlementTools, command: Command): Promise<{ booked: number }> {
  const missed = await missedOrders(tools.database, new Date(command.at.getTime() - MISSED_AFTER_MS));
  const faults: unknown[] = [];
  let booked = 0;
  for (const { orderIds } of missed) {
    for (let start = 0; start < orderIds.length; start += CHUNK_ORDERS) {
      const chunk = orderIds.slice(start, start + CHUNK_ORDERS);
      await tools.database
        .transaction((tx) => bookAnswers(tools, tx, command, chunk))
        .then(() => (booked += chunk.length))
        .catch((error: unknown) => faults.push(error));
    }
  }
  if (faults.length > 0) throw faults[0];
  return { booked };
}

interface MissedOrders {
  readonly batchId: number;
  readonly orderIds: readonly number[];
}

/** Only a batch that is `paying` has orders without an answer; orders that came back are found by their payouts. */
function missedOrders(db: Queryable, before: Date): Promise<MissedOrders[]> {
  return db.query<MissedOrders>(
    `WITH waiting AS MATERIALIZED (
       SELECT o.id, o.batch_id FROM public.settlement_batches b JOIN public.orders o ON o.batch_id = b.id
        WHERE b.state = 'paying' AND o.state = 'paying' AND o.sent_at <= $1::timestamptz
     ), missed AS (
       SELECT w.id, w.batch_id FROM channels.payouts_of((SELECT array_agg(id) FROM waiting)) p JOIN waiting w ON w.id = p.order_id
        WHERE coalesce(p.returned_at, p.rejected_at, p.settled_at) <= $1::timestamptz
       UNION
       SELECT o.id, o.batch_id FROM channels.returned_orders($1::timestamptz) r JOIN public.orders o ON o.id = r.order_id
        WHERE o.state = 'paid'
     )
     SELECT batch_id AS "batchId", array_agg(id ORDER BY id) AS "orderIds" FROM missed GROUP BY 1 ORDER BY 1`,
    [before],
  );
}
