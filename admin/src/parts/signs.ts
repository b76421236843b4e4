import { useLocale } from 'react-admin';
import type { Text2 } from './text2';

/** The signs between words that the console puts together itself: full-width in Chinese, with their space in English. */
export const signs = {
  colon: { zh: '：', en: ': ' },
  /** Between the members of a short list (顿号). */
  listed: { zh: '、', en: ', ' },
  /** Between parts that hold commas themselves. */
  semicolon: { zh: '；', en: '; ' },
  opened: { zh: '（', en: ' (' },
  closed: { zh: '）', en: ')' },
} as const satisfies Readonly<Record<string, Text2>>;

export type Signs = Readonly<Record<keyof typeof signs, string>>;

/** The signs of one language. */
export function signsOf(locale: string): Signs {
  const language = locale === 'en' ? 'en' : 'zh';
  return {
    colon: signs.colon[language],
    listed: signs.listed[language],
    semicolon: signs.semicolon[language],
    opened: signs.opened[language],
    closed: signs.closed[language],
  };
}

/** The signs of the reader's language. */
export function useSigns(): Signs {
  return signsOf(useLocale());
}
