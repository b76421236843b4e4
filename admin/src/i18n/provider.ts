import polyglotI18nProvider from 'ra-i18n-polyglot';
import { useSyncExternalStore } from 'react';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { chooseLocale, isLocale, localePlace, readLocale, showLocale, type Locale } from './locale';
import { countedBy } from './counted';
import { parts, together, type Part, type Words } from './word-parts';

/** Every language is two chunks: the first page carries the first of one language. */
const chunks: Readonly<Record<Locale, Readonly<Record<Part, () => Promise<{ default: Words }>>>>> = {
  zh: { first: () => import('./zh?first'), rest: () => import('./zh?rest') },
  en: { first: () => import('./en?first'), rest: () => import('./en?rest') },
};

const known: Record<Locale, Words> = { zh: {}, en: {} };

const localeOf = (name: string): Locale => (isLocale(name) ? name : 'zh');

/** A key without text shows in development only as a warning. What react-admin needs of a language is in its first chunk. */
const polyglot = polyglotI18nProvider(
  (name) => known[localeOf(name)] as TranslationMessages & Words,
  'zh',
  [
    { locale: 'zh', name: '中文' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: false },
);

const whole = new Set<Locale>();

/** A chunk that was loaded is not asked for again by the browser; one that failed is. */
async function learn(locale: Locale, wanted: readonly Part[]): Promise<void> {
  const learnt = await Promise.all(wanted.map((part) => chunks[locale][part]()));
  known[locale] = learnt.reduce((words, { default: more }) => together(words, more), known[locale]);
  if (locale === polyglot.getLocale()) await polyglot.changeLocale(locale);
  if (wanted.includes('rest')) whole.add(locale);
}

/** react-admin's translator, a new one for each language: who translates by it draws anew, and keeps what was typed. */
function translator(): I18nProvider {
  return { ...polyglot, translate: (key, options) => polyglot.translate(key, countedBy(options)), changeLocale: speak };
}

let spoken = translator();
const hearers = new Set<() => void>();

/** A language that is switched to is there as a whole before the first word of it is said. */
async function speak(name: string): Promise<void> {
  const locale = localeOf(name);
  await learn(locale, parts);
  chooseLocale(locale);
  await polyglot.changeLocale(locale);
  spoken = translator();
  for (const hear of hearers) hear();
}

/** What is chosen in another tab of this browser is spoken here too. */
function hearLanguage(hear: () => void): () => void {
  const follow = ({ key }: StorageEvent): void => {
    // Without its words the tab stays with the language that it has.
    if (key === localePlace && readLocale() !== polyglot.getLocale()) speak(readLocale()).catch(() => undefined);
  };
  hearers.add(hear);
  window.addEventListener('storage', follow);
  return () => {
    hearers.delete(hear);
    window.removeEventListener('storage', follow);
  };
}

/** The translator of the language that is spoken. */
export function useTranslator(): I18nProvider {
  return useSyncExternalStore(hearLanguage, () => spoken);
}

/** The words of the first page in the language of this browser; asked for once, before anything is drawn. */
export async function learnFirstWords(): Promise<void> {
  const locale = readLocale();
  await learn(locale, ['first']);
  showLocale(locale);
  await polyglot.changeLocale(locale);
}

/** All words of the language that is spoken; who waits for this can say anything. */
export async function learnAllWords(): Promise<void> {
  const locale = localeOf(polyglot.getLocale());
  if (!whole.has(locale)) await learn(locale, ['rest']);
}
