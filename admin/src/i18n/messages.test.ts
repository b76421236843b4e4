import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import english from 'ra-language-english';
import en from './en';
import zh from './zh';
import { reactAdmin } from './zh/react-admin';

/** Every key of a tree of messages, dotted, with its text. */
function flat(tree: object, prefix = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(tree)) {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof value === 'object' && value !== null)
      for (const [inner, text] of flat(value, key)) found.set(inner, text);
    else found.set(key, value);
  }
  return found;
}

const chinese = flat(zh);
const inEnglish = flat(en);

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  it('translate every word of react-admin itself', () => {
    expect([...flat(reactAdmin).keys()].sort()).toEqual([...flat(english).keys()].sort());
  });

  it('leave no text empty', () => {
    const empty = [...chinese, ...inEnglish].filter(
      ([key, text]) => typeof text !== 'string' || (text.trim() === '' && key !== 'ra.boolean.null'),
    );
    expect(empty.map(([key]) => key).filter((key) => !/^action\.enterprise\.(create|change)\.lead$/.test(key))).toEqual(
      [],
    );
  });

  it('fill in the same figures', () => {
    const names = (text: unknown): string[] =>
      [...new Set(String(text).match(/%\{\w+\}/g) ?? [])].filter((name) => name !== '%{smart_count}').sort();
    const differing = [...chinese].filter(
      ([key, text]) => !key.startsWith('ra.') && names(text).join() !== names(inEnglish.get(key)).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

describe('the sources', () => {
  const files = readdirSync(path.join(__dirname, '..'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
  );
  const texts = files.map((name) => readFileSync(path.join(__dirname, '..', name), 'utf8'));

  it('use no key that has no text', () => {
    const used = texts.flatMap((text) =>
      [...text.matchAll(/translate\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect([...new Set(used)].filter((key) => !chinese.has(key))).toEqual([]);
  });

  it('build every key from a group that exists', () => {
    const prefixes = texts.flatMap((text) =>
      [...text.matchAll(/translate\(\s*`([a-zA-Z][\w-]*\.[\w.-]*?)\.?\$\{/g)].map((match) => match[1] ?? ''),
    );
    const groups = [...new Set(prefixes)].filter(
      (prefix) => prefix !== '' && ![...chinese.keys()].some((key) => key.startsWith(prefix)),
    );
    expect(groups).toEqual([]);
  });
});
