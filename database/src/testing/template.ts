import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { queueNames } from '@linggong/config';
import { migrateOnly, needsContentTypes, prepareQueues } from '../migrations';
import { repositoryRoot } from '../repository';
import { databaseRights, witnessSchema } from '../roles';
import { asSuperuser } from './as-superuser';
import { testProcessEnvironment } from './test-environment';
import { testUrl, type TestServer } from './test-server';

/**
 * Databases that tests clone: `full` is migrated as at a real start, `tables` has the content-type
 * tables and no plugin's migrations.
 */
export type TemplateKind = 'full' | 'tables';

const entries: Readonly<Record<TemplateKind, string>> = {
  full: 'cms/dist/src/migrate.js',
  tables: 'database/dist/testing/sync-content-types.js',
};

/** Any constant: of all test processes one builds, the others wait for it. */
const buildLock = 0x7470; // 'tp'

/** Migrates a template once a run. @returns its name */
export function buildTemplate(server: TestServer, kind: TemplateKind): Promise<string> {
  return builtOnce(server, `linggong_template_${kind}`, async (building) => {
    await createFrom(server, building, 'template0');
    await runMigrateProcess(server, building, entries[kind]);
  });
}

/** A template with the migrations of just these plugins, made for the first file of a run that asks for them. @returns its name */
export async function buildTemplateOf(server: TestServer, only: readonly string[]): Promise<string> {
  // Before the lock is taken: its own build asks for the same.
  const base = needsContentTypes(only) ? await buildTemplate(server, 'tables') : 'template0';
  const digest = createHash('sha256')
    .update([...only].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
  return builtOnce(server, `linggong_template_of_${digest}`, async (building) => {
    await createFrom(server, building, base);
    await migrateOnly(testUrl(server, 'linggong_owner', building), only, [
      (client) => prepareQueues(client, queueNames),
    ]);
  });
}

/** A template's name appears only when it is whole. */
async function builtOnce(
  server: TestServer,
  name: string,
  build: (building: string) => Promise<void>,
): Promise<string> {
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [buildLock]);
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 1) return;
    const building = `${name}_building`;
    await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await build(building);
    await client.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
  });
  return name;
}

/**
 * A database from a template. Rights on a database are not part of its template. Its files are copied: by the log, which is the
 * default, a template of thousands of small tables takes four times as long.
 */
export async function createFrom(server: TestServer, name: string, template: string): Promise<void> {
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy OWNER linggong_owner`);
  });
  await asSuperuser(server, name, async (client) => {
    await client.query(databaseRights());
    await client.query(witnessSchema());
  });
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
