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

/** Sources below a folder, without tests. */
const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|fixture)\./.test(name))
    .map((name) => path.join(folder, name));

const root = path.join(__dirname, '..', '..', '..');
const ofConsole = sourcesBelow(path.join(root, 'admin', 'src'));
const servers = readdirSync(path.join(root, 'plugins')).flatMap((plugin) =>
  sourcesBelow(path.join(root, 'plugins', plugin, 'src')),
);

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

describe('the signs of English', () => {
  const fullWidth = /[\uff08\uff09\uff0c\uff1a\uff1b\uff01\uff1f\u3001\u3002]/;

  it('are half-width in every word', () => {
    const wrong = [...inEnglish].filter(([, text]) => typeof text === 'string' && fullWidth.test(text));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('are half-width in every text that stands beside its Chinese one', () => {
    const files = [...ofConsole.filter((file) => !file.includes('/i18n/zh/')), ...servers];
    const texts = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\ben: *(['`])((?:(?!\1).)*)\1/g)].map((match) => match[2] ?? ''),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => fullWidth.test(text))).toEqual([]);
  });

  // A sign of Chinese that is written between two parts of a text, whatever language the parts are in, stands in English too.
  it('are the reader’s own where a label is put together', () => {
    const between = /[}>] *[（），：；、]|[（），：；、] *[{<]|join\('[，：；、]'\)/;
    const lines = ofConsole
      .filter((file) => !/\/i18n\/zh\/|\/parts\/signs\.ts$/.test(file))
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .filter((line) => !/\bzh\b|[\u4e00-\u9fff]|^\s*(?:\/\/|\*|\/\*)/.test(line));
    expect(lines.filter((line) => between.test(line)).map((line) => line.trim())).toEqual([]);
  });
});

describe('the sources', () => {
  const files = readdirSync(path.join(__dirname, '..'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
  );
  const texts = files.map((name) => readFileSync(path.join(__dirname, '..', name), 'utf8'));

  it('use no key that has no text', () => {
    const used = texts.flatMap((text) =>
      // As one key, or as one of the two of a choice.
      [...text.matchAll(/translate\(\s*(?:[^'"`()]+\?\s*)?'([\w.-]+)'(?:\s*:\s*'([\w.-]+)')?/g)].flatMap(
        ([, one = '', other = one]) => [one, other],
      ),
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
