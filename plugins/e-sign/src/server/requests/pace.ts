import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the next call may begin. */
export type Pace = () => Promise<void>;

/** Lets calls begin evenly, at most so many a second. It reads the machine's own clock: a service counts real seconds. */
export function createPace(perSecond: number): Pace {
  const stepMs = 1000 / perSecond;
  let next = 0;
  return async () => {
    const now = performance.now();
    const begin = Math.max(now, next);
    next = begin + stepMs;
    if (begin > now) await pause(begin - now);
  };
}

/** Works on items with so many hands. The first fault ends it once every hand has put down what it holds. */
export async function withHands<T>(
  items: readonly T[],
  hands: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const hand = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(hands, items.length) }, hand));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
