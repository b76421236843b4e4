import { useMemo } from 'react';
import { useWaiting } from './use-waiting';
import type { Waiting } from './waiting';
import type { Me } from '../session/me';
import { entriesOf, type Entry } from './entries';

export interface Entries {
  /** Kinds of which something waits, in the order in which they were first seen. */
  kinds: readonly Waiting[];
  /** All of them, the most urgent first; bounded, so `count` tells how many there are. */
  entries: readonly Entry[];
  count: number;
}

/** What waits for somebody as one list. */
export function useEntries(me: Me | undefined): Entries | undefined {
  const found = useWaiting(me);
  return useMemo(() => {
    if (found === undefined) return undefined;
    const kinds = found.waiting.filter(({ count }) => count > 0);
    return {
      kinds,
      entries: entriesOf(kinds, found.atMs),
      count: kinds.reduce((sum, { count }) => sum + count, 0),
    };
  }, [found]);
}
