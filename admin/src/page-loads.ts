import { lazy } from 'react';

const loads = new WeakMap<object, () => Promise<unknown>>();

/** Notes how a lazy page is loaded, so that it can be loaded before it is opened. @returns the page */
export function noteLoad<P extends object>(page: P, load: () => Promise<unknown>): P {
  loads.set(page, load);
  return page;
}

/** A lazy page that shows words of the first page alone, and waits for no others. */
export const lazyPart: typeof lazy = (load) => noteLoad(lazy(load), load);

/** Loads a lazy page before it is opened; any other is there already. Where that fails the page itself says so once it is opened. */
export function loadAhead(page: unknown): void {
  if (typeof page !== 'object' || page === null) return;
  loads
    .get(page)?.()
    .catch(() => undefined);
}
