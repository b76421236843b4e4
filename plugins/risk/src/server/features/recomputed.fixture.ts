import { addDays, type Day } from '@linggong/core/domain';
import { velocityDays, windowDays, type Feature } from '../../domain/features';
import type { CountedOrder } from './count-orders';
import type { FeatureKeys } from './read-sums';

/** Who shares a card, or a phone, with whom: the register of a test. */
export interface Ties {
  cardsLike(cardId: number): readonly number[];
  workersLike(workerId: number): readonly number[];
}

/** A feature computed anew from all orders: what the kept sums must come to, written another way on purpose. */
export function recomputed(
  { subject, measure }: Feature,
  keys: FeatureKeys,
  day: Day,
  orders: readonly CountedOrder[],
  ties: Ties,
): number {
  const mine = orders.filter((order) => {
    if (order.isReturned || order.day > day) return false;
    if (subject === 'worker') return order.workerId === keys.workerId;
    if (subject === 'card') return ties.cardsLike(keys.cardId).includes(order.cardId);
    if (subject === 'phone') return ties.workersLike(keys.workerId).includes(order.workerId);
    return subject === 'enterprise' ? order.enterpriseId === keys.enterpriseId : order.taskId === keys.taskId;
  });
  const since = (days: number): CountedOrder[] => mine.filter((order) => order.day > addDays(day, -days));
  const fen = (some: readonly CountedOrder[]): number => some.reduce((sum, one) => sum + Number(one.amountFen), 0);
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.trunc((100 * part) / whole));
  switch (measure.kind) {
    case 'orders':
      return since(windowDays[measure.window]).length;
    case 'amount':
      return fen(since(windowDays[measure.window]));
    case 'distinct':
      return new Set(since(windowDays[measure.window]).map((order) => order[`${measure.of}Id`])).size;
    case 'share': {
      const all = since(windowDays[measure.window]);
      return percent(fen(all.filter(({ enterpriseId }) => enterpriseId === keys.enterpriseId)), fen(all));
    }
    case 'velocity': {
      const figure = (some: readonly CountedOrder[]): number => (measure.of === 'orders' ? some.length : fen(some));
      const recent = since(velocityDays.recent);
      const before = since(velocityDays.recent + velocityDays.before).filter((order) => !recent.includes(order));
      return percent((velocityDays.before / velocityDays.recent) * figure(recent), figure(before));
    }
    case 'graph':
      return measure.fact === 'phone-workers' ? ties.workersLike(keys.workerId).length : 0;
  }
}
