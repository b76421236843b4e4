import type { AuditEntry } from '@linggong/audit';
import type { Fen } from '@linggong/core/domain';
import type { OrderState } from '../domain';

/** An order as an act found it, with its money; the net is left out where it never came to it. */
interface MovedOrder {
  readonly orderId: number;
  readonly state: OrderState;
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  readonly netFen?: Fen;
}

/**
 * What the log says of an act on orders of one batch: one entry, whatever their number, with the states that they left, the one
 * they have, and their money. Which they are stands in their rows and is proved by the hash.
 */
export function orderEntry(
  action: 'order.pay' | 'order.fail' | 'order.return',
  batchId: number,
  orders: readonly MovedOrder[],
  to: OrderState,
): AuditEntry {
  const sum = (of: (order: MovedOrder) => Fen): Fen => orders.reduce((fen, order) => fen + of(order), 0n);
  const figures = { grossFen: sum(({ grossFen }) => grossFen), feeFen: sum(({ feeFen }) => feeFen) };
  const isPaid = orders.every(({ netFen }) => netFen !== undefined);
  return {
    action,
    subject: { kind: 'settlement-batch', id: batchId },
    ids: orders.map(({ orderId }) => orderId),
    count: orders.length,
    before: { orderState: [...new Set(orders.map(({ state }) => state))].sort(), ...figures },
    after: { orderState: to, ...figures, ...(isPaid ? { netFen: sum(({ netFen }) => netFen ?? 0n) } : {}) },
  };
}
