import { Client } from 'pg';
import { enrolConnection } from '@linggong/config/audit';
import { repositoryRoot } from '../repository';
import {
  checkReferencesInBulk,
  dropSpareIndexes,
  grantPublicTables,
  setContentTypeDefaults,
  showAuditLog,
} from '../roles';
import { migrationFiles, type Migration } from './migration-files';
import { watchTables } from './watch-tables';
import { prepareRecord, refuseChanged, runMigrations } from './run-migrations';

/** Prepares something before any migration, as owner: a schema that a library brings along. Must be repeatable. */
export type OwnerHook = (client: Client) => Promise<void>;

export interface MigrateOptions {
  /** Connection string of linggong_owner. */
  readonly ownerUrl: string;
  readonly hooks?: readonly OwnerHook[];
  /** Boots Strapi; it must call `afterSync` once its schema sync is done and before any plugin's bootstrap. */
  synchronise(afterSync: () => Promise<void>): Promise<void>;
  /** Clone whose plugins are migrated; this one by default. */
  readonly root?: string;
  /** Folders of the plugins to migrate; all by default. */
  readonly only?: readonly string[];
}

/** Any constant: two starts against one database take turns. */
const advisoryLock = 0x6c67; // 'lg'

/**
 * Brings a database up to date: own tables, Strapi's sync, then defaults, rights and constraints on its tables.
 * @throws StartProblem as runMigrations does
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  await withOwner(options.ownerUrl, async (client) => {
    const migrations = migrationFiles(options.root ?? repositoryRoot, options.only);
    await migrateBefore(client, migrations, options);
    let synchronised = false;
    await options.synchronise(async () => {
      await setContentTypeDefaults(client);
      await grantPublicTables(client);
      await runMigrations(client, migrations, 'after');
      await checkReferencesInBulk(client);
      await dropSpareIndexes(client);
      await showAuditLog(client);
      await watchTables(client);
      synchronised = true;
    });
    if (!synchronised) {
      throw new Error('The schema sync ended without calling afterSync: the after-phase did not run.');
    }
  });
}

/** Whether one of the plugins has constraints on content-type tables, so that `migrateOnly` needs those tables first. */
export function needsContentTypes(only: readonly string[]): boolean {
  return migrationFiles(repositoryRoot, only).some((migration) => migration.phase === 'after');
}

/** Both phases of some plugins on a database that has the content-type tables already, or needs none (tests). */
export async function migrateOnly(
  ownerUrl: string,
  only: readonly string[],
  hooks: readonly OwnerHook[] = [],
): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    const migrations = migrationFiles(repositoryRoot, only);
    await migrateBefore(client, migrations, { only, hooks });
    await runMigrations(client, migrations, 'after');
    await watchTables(client);
  });
}

async function migrateBefore(
  client: Client,
  migrations: readonly Migration[],
  { only, hooks = [] }: Pick<MigrateOptions, 'only' | 'hooks'>,
): Promise<void> {
  await prepareRecord(client);
  await refuseChanged(client, migrations, only);
  for (const hook of hooks) {
    await hook(client);
  }
  await runMigrations(client, migrations, 'before');
}

async function withOwner(ownerUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'linggong-migrate' });
  await client.connect();
  try {
    await enrolConnection(client, { ...process.env, LINGGONG_ROLE: 'migrate' });
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    await work(client);
  } finally {
    await client.end();
  }
}
