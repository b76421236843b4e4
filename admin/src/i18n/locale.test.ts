import { chooseLocale, localeOfBrowser, readLocale } from './locale';

it.each([
  [['zh-CN', 'en'], 'zh'],
  [['zh-Hant-TW'], 'zh'],
  [['zh'], 'zh'],
  [['en-US', 'zh-CN'], 'en'],
  [['de'], 'en'],
  [[], 'zh'],
] as const)('a browser of %j starts in %s', (languages, locale) => {
  expect(localeOfBrowser(languages)).toBe(locale);
});

it('keeps what somebody chose over what the browser says', () => {
  const kept = new Map<string, string>();
  const set = (name: string, value: object): void => {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  };
  set('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
  set('navigator', { languages: ['en-US'] });
  set('document', { documentElement: { lang: '' } });
  expect(readLocale()).toBe('en');
  chooseLocale('zh');
  expect(readLocale()).toBe('zh');
});
