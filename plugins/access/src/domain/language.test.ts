import { languageOf } from './index';

describe('languageOf', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['de', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh;q=0.2, en;q=0.9', 'en'],
    ['en;q=0.5, zh;q=0.5', 'en'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['en;q=zzz', 'en'],
    ['english', 'zh'],
    [`${'x,'.repeat(10_000)}en`, 'zh'],
  ] as const)('%j -> %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
