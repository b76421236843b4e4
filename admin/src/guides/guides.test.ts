import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from '../i18n/en';
import zh from '../i18n/zh';
import { resources } from '../resources';
import { navigationTree } from '../shell/navigation-tree';
import { rightOfPage } from '../shell/page-rights';

const folder = path.resolve(__dirname, '../../../cms/guides');
const languages = ['zh', 'en'] as const;
const markdown = (language: string, name: string): string =>
  readFileSync(path.join(folder, language, `${name}.md`), 'utf8');

interface Listed {
  readonly name: string;
  readonly audience: string;
  readonly pages?: readonly string[];
  readonly steps?: Readonly<Record<'zh' | 'en', readonly string[]>>;
  readonly title?: Readonly<Record<'zh' | 'en', string>>;
}
const listed = JSON.parse(readFileSync(path.join(folder, 'guides.json'), 'utf8')) as readonly Listed[];
/** Those with a text of their own; the others are only steps beside a page. */
const guideNames = listed.filter(({ title }) => title === undefined).map(({ name }) => name);
const guidedPages = [...new Set(listed.flatMap(({ pages = [] }) => pages))];

/** Every text of the screens in a language, with the forms of one and many apart. */
function wordsOf(tree: object): Set<string> {
  return new Set(
    Object.values(tree).flatMap((value: unknown) =>
      typeof value === 'object' && value !== null
        ? [...wordsOf(value)]
        : String(value)
            .split('||||')
            .map((word) => word.trim()),
    ),
  );
}

/** Pages of the console that are no list and stand in no navigation: one's own. */
const ownPages = ['/security', '/password', '/holder', '/guides', '/my-data'];

/** Pages that say themselves what there is to do, or where nothing is decided; the guides of daily work come with it. */
const selfEvident = [
  'acknowledgements',
  'backups',
  'credit-checks',
  'enterprise-ratings',
  'event-deliveries',
  'findings',
  'identity-providers',
  'jobs',
  'live-board',
  'own-procedures',
  'queue-board',
  'rating-overrides',
  'risk-offboardings',
  'schedules',
  'todo',
];

describe.each(languages)('guides in %s', (language) => {
  const words = wordsOf(language === 'zh' ? zh : en);

  it('are there, one file each, and no other', () => {
    expect(readdirSync(path.join(folder, language)).sort()).toEqual(guideNames.map((name) => `${name}.md`).sort());
  });

  it.each(guideNames)('%s: one title, and tasks below it', (name) => {
    const text = markdown(language, name);
    expect(text.match(/^# /gm)).toHaveLength(1);
    expect(text.startsWith('# ')).toBe(true);
    expect(text.match(/^## /gm)?.length).toBeGreaterThanOrEqual(3);
    expect(text.split('\n').length).toBeLessThan(60);
  });

  it.each(guideNames)('%s: what is set in bold is a word of the screens', (name) => {
    const bold = [...markdown(language, name).matchAll(/\*\*([^*]+)\*\*/g)].map(([, word = '']) => word);
    expect(bold.length).toBeGreaterThan(0);
    expect(bold.filter((word) => !words.has(word))).toEqual([]);
  });

  it.each(guideNames)('%s: links lead to pages of the console', (name) => {
    const links = [...markdown(language, name).matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
    const pages = navigationTree.flatMap((group) => group.pages.map(({ to }) => to));
    expect(links.filter((to) => !pages.includes(to) && !ownPages.includes(to))).toEqual([]);
  });
});

describe('steps beside pages', () => {
  const withSteps = listed.filter(({ steps }) => steps !== undefined);

  it.each(withSteps)('$name: three to seven, as many in both languages, each short', ({ steps }) => {
    const { zh: chinese = [], en: english = [] } = steps ?? {};
    expect(chinese.length).toBeGreaterThanOrEqual(3);
    expect(chinese.length).toBeLessThanOrEqual(7);
    expect(english).toHaveLength(chinese.length);
    expect(chinese.filter((line) => line.length > 45 || !/\p{Script=Han}/u.test(line))).toEqual([]);
    expect(english.filter((line) => line.length > 110 || /\p{Script=Han}/u.test(line))).toEqual([]);
  });

  it('are there for every page that asks for them, and as many as it expects', () => {
    const asked = sources().flatMap((source) => [...source.matchAll(/<Guide name="([^"]+)" steps=\{(\d)\}/g)]);
    expect(asked.length).toBeGreaterThan(10);
    const known = new Map(withSteps.map(({ name, steps }) => [name, steps?.zh.length]));
    expect(asked.filter(([, name = '', count]) => known.get(name) !== Number(count)).map(([all]) => all)).toEqual([]);
  });
});

/** The pages of the console. */
function sources(): string[] {
  const root = path.resolve(__dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  return files.map((file) => readFileSync(path.join(root, file), 'utf8'));
}

describe('a page and its guide', () => {
  it('explains every page of the navigation on which people decide something', () => {
    const pages = navigationTree.flatMap((group) => group.pages.map(({ to }) => to.slice(1)));
    const bare = pages.filter((page) => page !== '' && !guidedPages.includes(page));
    expect(bare.sort()).toEqual(selfEvident);
  });

  it('is no page that the console does not have', () => {
    const names = resources.map(({ name }) => name);
    const pages = guidedPages.map((page) => `/${page}`);
    const known = pages.filter((page) => ownPages.includes(page) || rightOfPage(page, names) !== undefined);
    expect(known).toEqual(pages);
  });

  it('has a name of its own, and ten of them are for the main processes', () => {
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    const main = ['enterprise', 'worker', 'contract', 'task', 'batch', 'payment', 'deposit', 'tax', 'fee', 'complaint'];
    expect(main.filter((name) => !guideNames.includes(name))).toEqual([]);
  });
});
