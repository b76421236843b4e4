import { useI18nProvider, useLocale, useNotify } from 'react-admin';
import { isLocale, type Locale } from './locale';

/**
 * The language that is spoken, and a way to another. Not by react-admin's own, which builds the whole page anew and loses what was typed.
 */
export function useLanguage(): readonly [Locale, (next: Locale) => void] {
  const provider = useI18nProvider();
  const locale = useLocale();
  const notify = useNotify();
  const change = (next: Locale): void => {
    provider.changeLocale(next).catch(() => {
      notify('ra.notification.i18n_error', { type: 'error' });
    });
  };
  return [isLocale(locale) ? locale : 'zh', change];
}
