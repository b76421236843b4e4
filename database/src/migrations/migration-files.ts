import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../start-problem';
import { pluginOrder } from './plugin-order';

/** `before` Strapi's schema sync (own schemas and tables), or `after` it (constraints and triggers on content-type tables). */
export type Phase = 'before' | 'after';

export interface Migration {
  readonly plugin: string;
  readonly name: string;
  readonly phase: Phase;
  readonly sql: string;
  /** Hex of the file's bytes; a migration that ran may never change. */
  readonly sha256: string;
}

const fileName = /^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.(before|after)\.sql$/;

/**
 * Every migration of plugins/<name>/migrations, in the order in which they run.
 * @param only folders such as 'plugins/ledger'; all plugins where absent. `core`, which each of them may stand on, comes along.
 * @throws StartProblem for a file that is not named `NNNN-verb-noun.before|after.sql`, or a plugin outside the order
 */
export function migrationFiles(root: string, only?: readonly string[]): Migration[] {
  const present = pluginsWithMigrations(root);
  const unknown = present.filter((plugin) => !pluginOrder.some((known) => known === plugin));
  if (unknown.length > 0) {
    throw misplaced(`plugins/${unknown.join(', plugins/')}`, 'database/src/migrations/plugin-order.ts');
  }
  const named = only?.map((folder) => path.basename(folder));
  const wanted = named === undefined || named.length === 0 ? named : ['core', ...named];
  return pluginOrder
    .filter((plugin) => present.includes(plugin) && (wanted?.includes(plugin) ?? true))
    .flatMap((plugin) => migrationsOf(root, plugin));
}

function pluginsWithMigrations(root: string): string[] {
  const folder = path.join(root, 'plugins');
  return readdirSync(folder).filter((plugin) => existsSync(path.join(folder, plugin, 'migrations')));
}

function migrationsOf(root: string, plugin: string): Migration[] {
  const folder = path.join(root, 'plugins', plugin, 'migrations');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name) => {
    const phase = fileName.exec(name)?.[2];
    if (phase !== 'before' && phase !== 'after') {
      throw misplaced(`plugins/${plugin}/migrations/${name}`, 'NNNN-verb-noun.before.sql | NNNN-verb-noun.after.sql');
    }
    const content = readFileSync(path.join(folder, name));
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { plugin, name, phase, sql: content.toString('utf8'), sha256 };
  });
}

function misplaced(what: string, expected: string): StartProblem {
  return new StartProblem({
    zh: `迁移 ${what} 不符合 ${expected}。`,
    en: `Migration ${what} does not fit ${expected}.`,
  });
}
