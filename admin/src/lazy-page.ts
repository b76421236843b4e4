import { lazy } from 'react';
import { learnAllWords } from './i18n/provider';
import { noteLoad } from './page-loads';

/** A page that is loaded when it is first opened, and with it all words of the language: it never shows a name of a word. */
export const lazyPage: typeof lazy = (load) => {
  const withWords = lazy(async () => {
    const [page] = await Promise.all([load(), learnAllWords()]);
    return page;
  });
  return noteLoad(withWords, load);
};
