import type { Queryable } from '@linggong/core';
import type { BatchDetail } from '../../api';
import { orderStates, type OrderState } from '../../domain';

type OrderCounts = NonNullable<BatchDetail['orders']>;

/** Orders of a batch by state, with what their workers get. */
export async function orderCountsOf(db: Queryable, batchId: number): Promise<OrderCounts> {
  const rows = await db.query<{ state: OrderState; count: number; netFen: bigint }>(
    `SELECT state, count(*)::int AS count, sum(net_fen)::bigint AS "netFen" FROM public.orders WHERE batch_id = $1 GROUP BY state`,
    [batchId],
  );
  const found = new Map(rows.map(({ state, count, netFen }) => [state, { count, netFen: Number(netFen) }]));
  const entries = orderStates.map((state) => [state, found.get(state) ?? { count: 0, netFen: 0 }] as const);
  // Every state of the lifecycle got its entry above.
  return Object.fromEntries(entries) as OrderCounts;
}
