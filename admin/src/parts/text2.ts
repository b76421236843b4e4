import { useCallback } from 'react';
import { useLocale } from 'react-admin';

/** A text that the server gives in both languages. */
export interface Text2 {
  zh: string;
  en: string;
}

/** Picks the reader's language. */
export function useText2(): (text: Text2) => string {
  const locale = useLocale();
  return useCallback((text) => (locale === 'en' ? text.en : text.zh), [locale]);
}
