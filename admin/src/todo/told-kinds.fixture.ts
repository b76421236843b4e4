import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const plugins = path.join(__dirname, '../../../plugins');
const files = readdirSync(plugins, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^[\w-]+\/src\/server\/.*(?<!test|fixture)\.ts$/.test(file),
);
const sources = (wanted: RegExp): string[] =>
  files.filter((file) => wanted.test(file)).map((file) => readFileSync(path.join(plugins, file), 'utf8'));

/** Names of the console lists by the constants that hold them. */
const lists = new Map(
  sources(/./).flatMap((text) =>
    [...text.matchAll(/export const (\w+)(?:: ConsoleResource)? = consoleResource\(\{\s+name: '([\w-]+)'/g)].map(
      ([, constant = '', name = '']): [string, string] => [constant, name],
    ),
  ),
);

/** What the plugins tell that waits for somebody, as their sources have it: the key, the list, and the field of the money. */
export const toldKinds = sources(/server\/waiting(\/own-kinds)?\.ts$/).flatMap((text) => [
  ...[...text.matchAll(/\{[^{}]*?key: '(\w+)',([\s\S]*?)\n {2}\}|\{ key: '(\w+)',(.*)\}/g)].map(
    ([, key, body = '', inline, rest = '']) => ({
      key: key ?? inline ?? '',
      list: lists.get(/list: (\w+)/.exec(body + rest)?.[1] ?? '') ?? '',
      fen: /fen: '(\w+)'/.exec(body + rest)?.[1],
    }),
  ),
  ...[...text.matchAll(/stuck\('(\w+)'/g)].map(([, key = '']) => ({
    key,
    list: 'settlement-batches',
    fen: undefined,
  })),
]);
