/** The languages of the console. Chinese is the first. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

const place = 'linggong.locale';

export function isLocale(value: unknown): value is Locale {
  return value === 'zh' || value === 'en';
}

/** The language chosen in this browser; Chinese until somebody chooses. */
export function readLocale(): Locale {
  const stored = localStorage.getItem(place);
  return isLocale(stored) ? stored : 'zh';
}

/** Remembers the choice and tells the browser (hyphenation, fonts, screen readers). */
export function writeLocale(locale: Locale): void {
  localStorage.setItem(place, locale);
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
}
