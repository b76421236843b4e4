#!/usr/bin/env node
/**
 * Who may read whose rows: the table of `calls.mjs` holds for SQL as well. A plugin names the schema of another only where it may import
 * that plugin, so that what lies below knows nothing of what lies above it. Tests are free: they look everywhere.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { calls } from './calls.mjs';

/** Schemas and their plugins; `public` holds the content types of all. */
const owners = new Map([
  ...Object.keys(calls).map((plugin) => [plugin.replaceAll('-', '_'), plugin]),
  ['sandbox_bank', 'channels'],
]);
const named = new RegExp(
  `\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(?:ONLY\\s+)?(${[...owners.keys()].join('|')})\\.(\\w+)`,
  'g',
);

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'plugins/*/src/**/*.ts'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((name) => name && !/\.(?:test|fixture)\.ts$|\/testing\//.test(name));

const faults = files.flatMap((name) => {
  const plugin = name.split('/')[1];
  const row = [plugin, ...calls[plugin]];
  let text;
  try {
    text = readFileSync(name, 'utf8');
  } catch {
    return []; // deleted in the working tree
  }
  return [...text.matchAll(named)]
    .filter(([, schema]) => !row.includes(owners.get(schema)))
    .map(
      ([, schema, table]) =>
        `${name}: ${plugin} reads ${schema}.${table} of ${owners.get(schema)}, which stands above it`,
    );
});

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
