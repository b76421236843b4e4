import { isFor } from '../shared/fields';
import type { Limit, LimitFacts, LimitSetContent } from './limit-fields';

/**
 * The limits that hold for facts, in the order of the set: of each subject and window the lowest amount and the lowest number of
 * payments. A limit for some classes or kinds of work does not loosen one for all of them. Where the class or the kind is not known,
 * only what is for every one holds.
 */
export function limitsThatApply({ limits }: LimitSetContent, facts: LimitFacts): Limit[] {
  const fitting = limits.filter((one) => isFor(one.classes, facts.class) && isFor(one.kindsOfWork, facts.kindOfWork));
  return fitting.filter((one) => {
    const peers = fitting.filter((other) => other.subject === one.subject && other.window === one.window);
    return lowest(peers, 'maxFen') === one || lowest(peers, 'maxCount') === one;
  });
}

/** The first of the lowest; undefined where none of them limits this measure. */
function lowest(peers: readonly Limit[], measure: 'maxFen' | 'maxCount'): Limit | undefined {
  return peers.reduce<Limit | undefined>((best, one) => {
    const value = one[measure];
    if (value === null) return best;
    const bound = best?.[measure] ?? null;
    return bound === null || value < bound ? one : best;
  }, undefined);
}
