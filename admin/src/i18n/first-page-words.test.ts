import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { toldKinds } from '../todo/told-kinds.fixture';
import { firstWords } from './first-words';
import { isFirstWord, partOf, together, type Words } from './word-parts';
import en from './en';
import zh from './zh';

const source = path.join(__dirname, '..');
const words: Readonly<Record<string, Words>> = { zh: zh as unknown as Words, en: en as unknown as Words };

/** Dotted keys of all texts of a tree. */
function keysOf(tree: Words, above = ''): string[] {
  return Object.entries(tree).flatMap(([name, below]) =>
    typeof below === 'string' ? [`${above}${name}`] : keysOf(below, `${above}${name}.`),
  );
}

const keys = keysOf(words['zh'] ?? {});

/** Lists that stand on dashboards. */
const lists = ['configurations', 'month-sales', 'orders', 'settlement-batches'];
const onDashboards = new RegExp(`^resources\\.(${lists.join('|')})\\.`);

/** Keys that a page can build in more ways than the first page does: what it builds there, or nothing where it builds none. */
const narrower: Readonly<Record<string, RegExp>> = {
  // Lists on dashboards have no filters of their own, and only they and money that waits name fields.
  'choice.${}.${}': /^$/,
  'resources.${}.empty': onDashboards,
  'resources.${}.fields.${}': onDashboards,
  'resources.${}.things': onDashboards,
  'resources.${}.name': /^resources\.[^.]+\.name$/,
};

/** Everything that a module says, and what it loads besides. */
interface Module {
  readonly texts: readonly string[];
  readonly loads: readonly string[];
}

function read(file: string): Module {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const texts: string[] = [];
  const loads: string[] = [];
  const lazyNames = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const from = (node.moduleSpecifier as ts.StringLiteral).text;
      if (node.importClause?.isTypeOnly !== true) loads.push(from);
      const named = node.importClause?.namedBindings;
      if (from.endsWith('/lazy-page') && named && ts.isNamedImports(named))
        for (const { name } of named.elements) lazyNames.add(name.text);
      return;
    }
    if (ts.isCallExpression(node)) {
      // Such a page waits for all words.
      if (ts.isIdentifier(node.expression) && lazyNames.has(node.expression.text)) return;
      const [loaded] = node.arguments;
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword && loaded && ts.isStringLiteral(loaded))
        loads.push(loaded.text);
    }
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `\${}${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { texts, loads };
}

/** The files of the first page: what sign-in, frame and dashboards load before a page waits for all words. */
function firstPage(): ReadonlyMap<string, Module> {
  const found = new Map<string, Module>();
  const waiting = [path.join(source, 'main.tsx')];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    const module = read(file);
    found.set(file, module);
    for (const load of module.loads.filter((each) => each.startsWith('.'))) {
      const base = path.resolve(path.dirname(file), load);
      const next = [`${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')].find((each) => existsSync(each));
      if (next !== undefined) waiting.push(next);
    }
  }
  return found;
}

/** Keys that a text of the sources can stand for: itself, the group that it names, or all that a template can become. */
function keysMeant(text: string): string[] {
  if (text.startsWith('${}')) return [];
  if (!text.includes('${}')) {
    return keys.filter((key) => key === text || (text.includes('.') && key.startsWith(`${text}.`)));
  }
  if (!/^\w[\w.-]*\./.test(text.split('${}')[0] ?? '')) return [];
  const pattern = new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('${}', '.+')}$`);
  const narrow = narrower[text];
  return keys.filter((key) => pattern.test(key) && (narrow === undefined || narrow.test(key)));
}

describe('the words of the first page', () => {
  const modules = [...firstPage()];

  it('are those of sign-in, the frame and the dashboards', () => {
    const names = modules.map(([file]) => path.relative(source, file));
    expect(names).toEqual(
      expect.arrayContaining(['session/sign-in-page.tsx', 'shell/layout.tsx', 'dashboards/risk-board.tsx']),
    );
    expect(names).not.toContain('workers/worker-show.tsx');
  });

  it('are all in the first chunk', () => {
    const lacking = modules.flatMap(([file, { texts }]) =>
      [...new Set(texts)].flatMap((text) =>
        keysMeant(text)
          .filter((key) => !isFirstWord(key))
          .map((key) => `${path.relative(source, file)} says ${key}`),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('name the money that waits on any dashboard', () => {
    const asked = toldKinds.flatMap(({ list, fen }) => (fen === undefined ? [] : [`resources.${list}.fields.${fen}`]));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((key) => !isFirstWord(key))).toEqual([]);
  });

  it('are asked for by names that exist', () => {
    const patterns = firstWords.map(
      (name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}(\\.|$)`),
    );
    expect(firstWords.filter((_, index) => !keys.some((key) => patterns[index]?.test(key)))).toEqual([]);
  });
});

describe.each(Object.entries(words))('the two parts of %s', (_, whole) => {
  const first = partOf(whole, 'first');
  const rest = partOf(whole, 'rest');

  it('are the whole language, each word once', () => {
    expect([...keysOf(first), ...keysOf(rest)].sort()).toEqual(keysOf(whole).sort());
    expect(together(first, rest)).toEqual(whole);
    expect(together(rest, first)).toEqual(whole);
  });

  it('leave the most to the second', () => {
    expect(keysOf(first).length).toBeLessThan(keysOf(rest).length / 2);
  });
});
