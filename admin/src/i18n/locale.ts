/** The languages of the console. Chinese is the first. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Where the browser keeps what was chosen. */
export const localePlace = 'linggong.locale';

export function isLocale(value: unknown): value is Locale {
  return value === 'zh' || value === 'en';
}

/** Whose browser prefers Chinese, of any place, reads Chinese; everybody else English. One that says nothing reads Chinese. */
export function localeOfBrowser(languages: readonly string[]): Locale {
  const [first] = languages;
  return first === undefined || /^zh\b/i.test(first) ? 'zh' : 'en';
}

/** The language that was chosen in this browser; the browser's own until somebody chooses. */
export function readLocale(): Locale {
  const stored = localStorage.getItem(localePlace);
  return isLocale(stored) ? stored : localeOfBrowser(navigator.languages);
}

/** Tells the browser in which language the page is (hyphenation, fonts, screen readers). */
export function showLocale(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
}

/** Remembers a choice. Only what a person chose is kept: a browser that is set to another language is followed. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem(localePlace, locale);
  showLocale(locale);
}
