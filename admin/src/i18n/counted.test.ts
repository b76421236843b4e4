import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { TranslationMessages } from 'react-admin';
import { countedBy } from './counted';
import en from './en';

/** Texts of a tree of messages, by their dotted keys; react-admin's own words are its own. */
function textsOf(tree: object, above = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, below]: [string, unknown]): [string, string][] => {
    const key = above === '' ? name : `${above}.${name}`;
    if (typeof below === 'string') return key.startsWith('ra.') ? [] : [[key, below]];
    return typeof below === 'object' && below !== null ? textsOf(below, key) : [];
  });
}

const verbs = 'is|was|has|does|agrees|needs|comes|holds|ends|passes|saved|matches';

/** A figure and a noun in the plural, or a verb of several, right behind it; `ms` and the like are units. */
const counted = new RegExp(
  `%\\{(\\w+)\\} (?:[a-z-]+ ){0,2}?(?!(?:${verbs}|this|less|access|process|address|ms)\\b)([a-z]{2,}[^s\\W]s|people|are|do|have|were)\\b`,
);
/** Figures that are names, days or totals of many, not what is counted. */
const named = new Set([
  'name',
  'who',
  'month',
  'amount',
  'row',
  'number',
  'day',
  'action',
  'title',
  'entry',
  'field',
  'user',
  'label',
  'no',
  'done',
]);

const withoutSingular = (texts: readonly [string, string][]): string[] =>
  texts
    .filter(([, text]) => !text.includes('||||'))
    .filter(([, text]) => {
      const [, figure = ''] = counted.exec(text) ?? [];
      return figure !== '' && !named.has(figure);
    })
    .map(([key, text]) => `${key}: ${text}`);

describe('counted nouns of English', () => {
  it('stand in the singular too', () => {
    expect(withoutSingular(textsOf(en))).toEqual([]);
  });

  it('are found where they do not', () => {
    const wrong: [string, string][] = [
      ['a', '%{count} lines left out'],
      ['b', 'within %{count} working days'],
      ['c', 'Confirm %{count} people'],
      ['d', '%{count} more are not listed'],
    ];
    expect(withoutSingular(wrong)).toHaveLength(wrong.length);
    expect(
      withoutSingular([
        ['a', '%{count} line |||| %{count} lines'],
        ['b', 'Case %{number} is open'],
        ['c', '%{count} ms'],
      ]),
    ).toEqual([]);
  });
});

describe('the form of a counted noun', () => {
  const provider = polyglotI18nProvider(() => en as TranslationMessages, 'en');
  const said = (options: Record<string, unknown>): string =>
    provider.translate('batch.leftOut.title', countedBy(options));

  it('follows the count, as a number and as people read it', () => {
    expect(said({ count: 1 })).toBe('1 line left out');
    expect(said({ count: '1' })).toBe('1 line left out');
    expect(said({ count: 0 })).toBe('0 lines left out');
    expect(said({ count: '1,234' })).toBe('1,234 lines left out');
  });

  it('follows what the caller counts, and leaves alone what counts nothing', () => {
    expect(said({ count: '1', smart_count: 2 })).toBe('1 lines left out');
    expect(countedBy({ name: 'x' })).toEqual({ name: 'x' });
    expect(countedBy({ count: '—' })).toEqual({ count: '—' });
    expect(countedBy(undefined)).toBeUndefined();
  });
});
