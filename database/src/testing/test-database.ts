import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { createDatabase, type Database } from '@linggong/core';
import { asSuperuser } from './as-superuser';
import { buildTemplate, buildTemplateOf, createFrom, migrateAsAtStart } from './template';
import { testServer, testUrl, type TestServer } from './test-server';

export interface TestDatabase {
  /** Connection string of linggong_app: rows only, as web and worker run. */
  readonly url: string;
  /** Connection string of linggong_owner: for what only migrations may do. */
  readonly ownerUrl: string;
  /** Connection string of linggong_backup: base backups, no table. */
  readonly backupUrl: string;
  /** Connection string of the superuser: for tests of what a DBA could do. */
  readonly superuserUrl: string;
  /** Our own pool as linggong_app. */
  readonly db: Database;
  /** Closes `db`, ends what else is connected and drops the database. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /**
   * Folders such as 'plugins/ledger': a database with the migrations of just these (and BullMQ's schema); with the
   * content-type tables where one of them has after-migrations (cms must be built then).
   * Absent: a clone of the full template, migrated as at a real start (the workspaces must be built).
   */
  readonly only?: readonly string[];
}

/** A fresh database of its own for one test file. Call `drop` in afterAll. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const { only } = options;
  const template = only === undefined ? await buildTemplate(server, 'full') : await buildTemplateOf(server, only);
  await createFrom(server, name, template);
  return opened(server, name);
}

/** A database restored from a dump, before and after it is brought up to date. */
export interface RestoredDatabase extends TestDatabase {
  /** All migrations and Strapi's sync, as at a real start (the workspaces must be built). */
  migrate(): Promise<void>;
}

/** A database of its own from a gzipped plain dump of `pg_dump --inserts`. */
export async function restoredDatabase(dumpFile: string): Promise<RestoredDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await createFrom(server, name, 'template0');
  // Commands of psql that newer releases of pg_dump put around a dump are no SQL.
  const dump = gunzipSync(await readFile(dumpFile))
    .toString('utf8')
    .replace(/^\\(?:un)?restrict .*$/gm, '');
  await asSuperuser(server, name, (client) => client.query(dump));
  return { ...opened(server, name), migrate: () => migrateAsAtStart(server, name) };
}

function opened(server: TestServer, name: string): TestDatabase {
  const url = testUrl(server, 'linggong_app', name);
  const db = createDatabase({ connectionString: url, max: 5 });
  return {
    url,
    ownerUrl: testUrl(server, 'linggong_owner', name),
    backupUrl: testUrl(server, 'linggong_backup', name),
    superuserUrl: server.superuserUrl.replace(/\/postgres$/, `/${name}`),
    db,
    drop: async () => {
      await db.close();
      await asSuperuser(server, 'postgres', async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      });
    },
  };
}
