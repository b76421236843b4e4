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

/** Those of the applying limits that a payment passes with what was used before it; undefined where no payment is asked about. */
export function limitsPassed(
  applying: readonly Limit[],
  payment: LimitFacts['payment'] | undefined,
): Limit[] | undefined {
  // Callers that only ask which limits apply give no payment.
  if (!payment) return undefined;
  return applying.filter(({ subject, window, maxFen, maxCount }) => {
    const before = payment.used.find((use) => use.subject === subject && use.window === window);
    const fen = (before?.fen ?? 0) + payment.amountFen;
    return (maxFen !== null && fen > maxFen) || (maxCount !== null && (before?.count ?? 0) + 1 > maxCount);
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
