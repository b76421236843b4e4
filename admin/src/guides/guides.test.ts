import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from '../i18n/en';
import zh from '../i18n/zh';
import { resources } from '../resources';
import { navigationTree } from '../shell/navigation-tree';
import { rightOfPage } from '../shell/page-rights';
import { guidedPages, guideNames, guideOfPage, type GuideName } from './guide-names';
import { guideText, searchGuides, type GuideText } from './guide-search';

const folder = path.resolve(__dirname, '../../../cms/guides');
const languages = ['zh', 'en'] as const;
const markdown = (language: string, name: string): string =>
  readFileSync(path.join(folder, language, `${name}.md`), 'utf8');
const guides = (language: string): GuideText[] => guideNames.map((name) => guideText(name, markdown(language, name)));

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
  '/acknowledgements',
  '/backups',
  '/event-deliveries',
  '/findings',
  '/identity-providers',
  '/jobs',
  '/queue-board',
  '/schedules',
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

describe('a page and its guide', () => {
  it('knows a guide for each part of trust, on its list and its details', () => {
    expect(guideOfPage('/accounts/3/show')).toBe('accounts');
    expect(guideOfPage('/mlps')).toBe('mlps');
    expect(guideOfPage('/')).toBeUndefined();
    expect(guideOfPage('/constructor')).toBeUndefined();
  });

  it('explains every page of approvals, of the log and of the platform that people decide something on', () => {
    const groups = navigationTree.filter(({ key }) => ['approvals', 'audit', 'configuration', 'system'].includes(key));
    const pages = groups.flatMap((group) => group.pages.map(({ to }) => to));
    const bare = pages.filter((to) => guideOfPage(to) === undefined);
    expect(bare.sort()).toEqual(selfEvident);
  });

  it('is no page that the console does not have, and no guide is without its page', () => {
    const names = resources.map(({ name }) => name);
    const pages = guidedPages.map((page) => `/${page}`);
    const known = pages.filter((page) => ownPages.includes(page) || rightOfPage(page, names) !== undefined);
    expect(known).toEqual(pages);
    expect(new Set<GuideName | undefined>(pages.map(guideOfPage))).toEqual(new Set(guideNames));
  });
});

describe('the search of the guides', () => {
  it('finds by words in any case, titles first, and shows a line', () => {
    const found = searchGuides(guides('en'), 'SESSION');
    expect(found[0]?.guide.name).toBe('sessions');
    expect(found.length).toBeGreaterThan(1);
    expect(searchGuides(guides('zh'), '恢复码')[0]?.line).toContain('恢复码');
    expect(searchGuides(guides('zh'), '恢复码 快照')).toEqual([]);
  });

  it('shows all of them where nothing was typed', () => {
    expect(searchGuides(guides('en'), ' ').map(({ guide }) => guide.name)).toEqual([...guideNames]);
  });
});
