import type { Command, Queryable } from '@linggong/core';
import type { Jobs, NewEvent } from '@linggong/jobs';

/** Orders named in one event: ids of a chunk stay far below the 16 KB that an event may have. */
export const EVENT_ORDERS_MAX = 1_000;

interface PayoutsTold {
  verb: 'sent' | 'settled' | 'rejected' | 'returned';
  channel: string;
  /** What tells this chunk from others, such as the file or the cursor. */
  key: string;
  orders: readonly { orderId: number }[];
}

/** Payload of `channels.payout.sent|settled|rejected|returned`. Figures and reasons are read by `payoutsOf`. */
export interface PayoutEvent {
  channel: string;
  orderIds: number[];
}

/** One event a chunk with the ids of its orders, never one a line. */
export async function emitPayouts(
  tx: Queryable,
  jobs: Pick<Jobs, 'emitAll'>,
  command: Command,
  { verb, channel, key, orders }: PayoutsTold,
): Promise<void> {
  const events: NewEvent[] = [];
  for (let start = 0; start < orders.length; start += EVENT_ORDERS_MAX) {
    const orderIds = orders.slice(start, start + EVENT_ORDERS_MAX).map(({ orderId }) => orderId);
    events.push({ type: `channels.payout.${verb}`, key: `${key}:${verb}:${start}`, payload: { channel, orderIds } });
  }
  if (events.length > 0) await jobs.emitAll(tx, events, command);
}
