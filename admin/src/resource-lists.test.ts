import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from './i18n/en';
import zh from './i18n/zh';

const source = __dirname;

/** The resources of the console that have a list, with the file of it. */
const lists = [
  ...readFileSync(path.join(source, 'resources.ts'), 'utf8').matchAll(
    /name: '([a-z-]+)',\s*list: lazy\(\(\) => import\('\.\/([^']+)'\)\)/g,
  ),
].map(([, name = '', file = '']) => ({ name, file }));

/** The text of a list and of the files beside it that it takes its columns from. */
function textOf(file: string): string {
  const start = path.join(source, `${file}.tsx`);
  const text = readFileSync(start, 'utf8');
  const near = [...text.matchAll(/from '(\.\/[^']+|\.\.\/[^']*(?:review-list|columns?))'/g)].flatMap(([, from = '']) =>
    ['.ts', '.tsx']
      .map((ending) => path.resolve(path.dirname(start), from + ending))
      .filter((each) => existsSync(each)),
  );
  return [text, ...near.map((each) => readFileSync(each, 'utf8'))].join('\n');
}

function wordOf(messages: object, key: string): string | undefined {
  let value: unknown = messages;
  for (const part of key.split('.'))
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === part)?.[1]
        : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Issue 6, lists: none falls behind the others. */
describe('the list of each resource', () => {
  it('is found', () => {
    expect(lists.length).toBeGreaterThan(60);
  });

  it.each(lists)('$name says in both languages why it is empty and what comes into it', ({ name }) => {
    for (const messages of [zh, en]) {
      expect(wordOf(messages, `resources.${name}.name`)).toBeTruthy();
      expect(wordOf(messages, `resources.${name}.empty`)?.length).toBeGreaterThan(5);
    }
  });

  it.each(lists)(
    '$name is the list of the house, with filters, order and export, and a card on a phone',
    ({ file }) => {
      const text = textOf(file);
      expect(text).toContain('<RecordList');
      expect(text).toMatch(/phone: (?:'title'|place)|phone=/);
      expect(text).toMatch(/\bsort=\{/);
    },
  );
});
