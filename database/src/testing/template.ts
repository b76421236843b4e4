import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../repository';
import { databaseRights } from '../roles';
import { asSuperuser } from './as-superuser';
import { testProcessEnvironment } from './test-environment';
import { testUrl, type TestServer } from './test-server';

/**
 * Databases that tests clone (about 100 ms a clone): `full` is migrated as at a real start, `tables` has the content-type
 * tables and no plugin's migrations.
 */
export type TemplateKind = 'full' | 'tables';

const entries: Readonly<Record<TemplateKind, string>> = {
  full: 'cms/dist/src/migrate.js',
  tables: 'database/dist/testing/sync-content-types.js',
};

/** Any constant: of all test processes one builds, the others wait for it. */
const buildLock = 0x7470; // 'tp'

/** Migrates a template once a run; its name appears only when it is whole. @returns its name */
export async function buildTemplate(server: TestServer, kind: TemplateKind): Promise<string> {
  const name = `linggong_template_${kind}`;
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [buildLock]);
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 1) {
      return;
    }
    const building = `${name}_building`;
    await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${building} TEMPLATE template0 OWNER linggong_owner`);
    await asSuperuser(server, building, (inside) => inside.query(databaseRights()));
    await runMigrateProcess(server, building, entries[kind]);
    await client.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
  });
  return name;
}

/** Brings a database up to date as a real start does. */
export function migrateAsAtStart(server: TestServer, database: string): Promise<void> {
  return runMigrateProcess(server, database, entries.full);
}

/** In a process of its own, as at a real start: Strapi is a global, and one boot a process is all that it bears. */
async function runMigrateProcess(server: TestServer, database: string, compiled: string): Promise<void> {
  const entry = path.join(repositoryRoot, compiled);
  if (!existsSync(entry)) {
    throw new Error(`${entry} is not built. Run the build, or use testDatabase({ only: ['plugins/…'] }).`);
  }
  try {
    await promisify(execFile)(process.execPath, [entry], {
      cwd: path.join(repositoryRoot, 'cms'),
      env: {
        PATH: process.env['PATH'],
        ...testProcessEnvironment(server, testUrl(server, 'linggong_owner', database), 'migrate'),
      },
      maxBuffer: 16 << 20,
    });
  } catch (cause) {
    // execFile rejects with an Error that carries what the process said.
    const said = cause as Error & { stdout?: string; stderr?: string };
    throw new Error(`The template could not be migrated:\n${said.stdout ?? ''}${said.stderr ?? said.message}`, {
      cause,
    });
  }
}
