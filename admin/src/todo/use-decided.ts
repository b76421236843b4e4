import { useEffect, useRef } from 'react';
import { onWritten } from '../provider';
import { nextOf, type Entry } from './entries';

/** A sheet over the page is still being read: nothing is taken away under it. */
const isSheetOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/**
 * Watches the opened thing: when it has left the list because the reader decided it, the next one comes. What left it without him –
 * somebody else was quicker – stays, and is told.
 * @returns whether the opened thing waits no longer
 */
export function useDecided(
  entries: readonly Entry[] | undefined,
  open: string | undefined,
  onNext: (next: Entry | undefined) => void,
): boolean {
  const before = useRef<{ entries: readonly Entry[]; open: string | undefined }>({ entries: [], open: undefined });
  const wrote = useRef(false);
  useEffect(() => {
    wrote.current = false;
    return onWritten(() => {
      wrote.current = true;
    });
  }, [open]);
  const waits = entries === undefined || open === undefined || entries.some(({ key }) => key === open);
  useEffect(() => {
    if (entries === undefined) return;
    if (waits) {
      before.current = { entries, open };
      return;
    }
    if (!wrote.current || open === undefined || before.current.open !== open) return;
    const timer = setInterval(() => {
      if (isSheetOpen()) return;
      clearInterval(timer);
      onNext(nextOf(before.current.entries, entries, open));
    }, 200);
    return () => {
      clearInterval(timer);
    };
  }, [entries, open, waits, onNext]);
  return !waits;
}
