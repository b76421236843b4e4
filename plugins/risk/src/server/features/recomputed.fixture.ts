import { addDays, type Day } from '@linggong/core/domain';
import { velocityDays, windowDays, type Feature } from '../../domain/features';
import type { CountedOrder } from './count-orders';
import type { FeatureKeys } from './sum-part';

/** That somebody signed in on a day, as far as it is known from where. */
export interface SignIn {
  readonly workerId: number | null;
  readonly enterpriseId: number | null;
  readonly device: string | undefined;
  readonly address: string | undefined;
  readonly day: Day;
}

/** Who shares a card, or a phone, with whom, and who signed in from where: the register of a test. */
export interface Ties {
  readonly signIns: readonly SignIn[];
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
  if (subject === 'device' || subject === 'address') {
    return measure.kind === 'graph' || !('window' in measure)
      ? 0
      : ofSharedSignals(subject, measure.kind, keys.workerId, addDays(day, -windowDays[measure.window]), orders, ties);
  }
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

/** The most of what is told of one device, or address, on which the payee signed in after a day: its people, or what they were paid after it. */
function ofSharedSignals(
  subject: 'device' | 'address',
  kind: string,
  workerId: number,
  after: Day,
  orders: readonly CountedOrder[],
  { signIns }: Ties,
): number {
  const recent = signIns.filter(({ day }) => day > after);
  const places = recent.filter((one) => one.workerId === workerId).flatMap((one) => one[subject] ?? []);
  const figures = places.map((place) => {
    const people = new Set(recent.filter((one) => one[subject] === place).flatMap((one) => one.workerId ?? []));
    const paid = orders.filter((one) => !one.isReturned && one.day > after && people.has(one.workerId));
    if (kind === 'distinct') return people.size;
    return kind === 'orders' ? paid.length : paid.reduce((sum, one) => sum + Number(one.amountFen), 0);
  });
  return Math.max(0, ...figures);
}
