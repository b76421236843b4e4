import type { ClientBase } from 'pg';
import { DatabaseError } from 'pg';
import { StartProblem } from '../start-problem';
import type { Migration, Phase } from './migration-files';

/** Makes the record of applied migrations (迁移记录) where it is missing. */
export async function prepareRecord(client: ClientBase): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS public.linggong_migrations (
       plugin     text NOT NULL,
       name       text NOT NULL,
       sha256     text NOT NULL,
       applied_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (plugin, name)
     );
     GRANT SELECT ON public.linggong_migrations TO linggong_app`,
  );
}

/**
 * Applies what is missing of one phase, each file in a transaction of its own, and records it with its hash.
 * @returns the migrations that ran
 * @throws StartProblem when one fails; nothing of that file stays
 */
export async function runMigrations(
  client: ClientBase,
  migrations: readonly Migration[],
  phase: Phase,
): Promise<Migration[]> {
  const applied = await appliedHashes(client);
  const missing = migrations.filter((one) => one.phase === phase && !applied.has(keyOf(one)));
  for (const migration of missing) {
    await apply(client, migration);
  }
  return missing;
}

/**
 * Compares what ran with the files of this clone, before anything is changed.
 * @param only folders of the plugins in question; all by default
 * @throws StartProblem when an applied file has changed or gone: nobody knows then what the database looks like
 */
export async function refuseChanged(
  client: ClientBase,
  migrations: readonly Migration[],
  only?: readonly string[],
): Promise<void> {
  const present = new Map(migrations.map((one) => [keyOf(one), one.sha256]));
  const faults = [...(await appliedHashes(client))]
    .filter(([file]) => only?.some((folder) => file.startsWith(`${folder}/`)) ?? true)
    .filter(([file, sha256]) => present.get(file) !== sha256)
    .map(([file]) => file);
  if (faults.length > 0) {
    throw new StartProblem({
      zh: `以下迁移已经执行过，但文件被修改或删除：${faults.join('、')}。请恢复原文件，另写新的迁移。没有改动数据库。`,
      en: `These migrations ran already, but their files have changed or gone: ${faults.join(', ')}. Restore them and write a new migration instead. The database was not changed.`,
    });
  }
}

function keyOf(migration: { plugin: string; name: string }): string {
  return `plugins/${migration.plugin}/migrations/${migration.name}`;
}

async function appliedHashes(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ plugin: string; name: string; sha256: string }>(
    'SELECT plugin, name, sha256 FROM public.linggong_migrations',
  );
  return new Map(rows.map((row) => [keyOf(row), row.sha256]));
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    // A migration that acts for another role (SET LOCAL ROLE linggong_audit) must not write the record as it.
    await client.query('RESET ROLE');
    await client.query('INSERT INTO public.linggong_migrations (plugin, name, sha256) VALUES ($1, $2, $3)', [
      migration.plugin,
      migration.name,
      migration.sha256,
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    const where = `${keyOf(migration)}${lineOf(cause, migration.sql)}`;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new StartProblem({ zh: `迁移失败 ${where}:${said}`, en: `Migration failed ${where}: ${said}` }, { cause });
  }
}

/** PostgreSQL gives the place of a fault as a character position (from 1). */
function lineOf(cause: unknown, sql: string): string {
  if (!(cause instanceof DatabaseError) || cause.position === undefined) {
    return '';
  }
  return `:${sql.slice(0, Number(cause.position) - 1).split('\n').length}`;
}
