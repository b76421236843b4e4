import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { chooseLocale, isLocale, readLocale, showLocale, type Locale } from './locale';

/** Every language is a chunk of its own: the first page carries one. */
async function messagesOf(locale: Locale): Promise<TranslationMessages> {
  return locale === 'zh' ? (await import('./zh')).default : (await import('./en')).default;
}

/** Loads the chosen language and gives react-admin's translator. A key without text shows in development only as a warning. */
export async function createI18nProvider(): Promise<I18nProvider> {
  const first = readLocale();
  const messages = await messagesOf(first);
  showLocale(first);
  const provider = polyglotI18nProvider(
    (locale) => (locale === first ? messages : messagesOf(isLocale(locale) ? locale : 'zh')),
    first,
    [
      { locale: 'zh', name: '中文' },
      { locale: 'en', name: 'English' },
    ],
    { allowMissing: false },
  );
  return {
    ...provider,
    changeLocale: async (locale) => {
      const chosen = isLocale(locale) ? locale : 'zh';
      chooseLocale(chosen);
      await provider.changeLocale(chosen);
    },
  };
}
