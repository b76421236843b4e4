import { lazy } from 'react';
import { learnAllWords } from './i18n/provider';

const loads = new WeakMap<object, () => Promise<unknown>>();

/** A page that is loaded when it is first opened, and with it all words of the language: it never shows a name of a word. */
export const lazyPage: typeof lazy = (load) => {
  const page = lazy(async () => {
    const [loaded] = await Promise.all([load(), learnAllWords()]);
    return loaded;
  });
  loads.set(page, load);
  return page;
};

/** Loads a lazy page before it is opened; any other is there already. Where that fails the page itself says so once it is opened. */
export function loadAhead(page: unknown): void {
  if (typeof page !== 'object' || page === null) return;
  loads
    .get(page)?.()
    .catch(() => undefined);
}
