import { unwatched } from '@linggong/config/audit';
import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '../testing';

/** Issue 4, audit: every business table is watched, or stands in a list with its reason. */
let test: TestDatabase;
let owner: Database;

beforeAll(async () => {
  test = await testDatabase();
  owner = createDatabase({ connectionString: test.ownerUrl, max: 1 });
}, 180_000);
afterAll(async () => {
  await owner?.close();
  await test?.drop();
});

const gaps = (where: string): Promise<{ name: string }[]> =>
  owner.query(`SELECT name::text AS name FROM audit.watch_gaps WHERE ${where} ORDER BY 1`);

it('watches every table of the migrated schema, the excepted apart', async () => {
  expect(await gaps('NOT excepted AND (needs_identity OR needs_note OR needs_publication)')).toEqual([]);
  expect(await gaps('excepted AND is_published')).toEqual([]);
  const watched = (await gaps('NOT excepted')).map(({ name }) => name);
  expect(watched).toEqual(
    expect.arrayContaining(['orders', 'up_users', 'ledger.postings', 'vault.files', 'audit.entries']),
  );
  const always = await owner.query(`SELECT FROM pg_trigger WHERE tgname = 'witness_note' AND tgenabled = 'A'`);
  expect(always).toHaveLength(watched.length);
});

it('names no exception that is not there, and knows each table that the log does not hold', async () => {
  const there = await owner.query<{ schema: string; table: string; persistence: string }>(
    `SELECT n.nspname AS schema, c.relname AS table, c.relpersistence AS persistence
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')`,
  );
  const missing = unwatched.filter(
    ({ schema, table }) => !there.some((one) => one.schema === schema && (table === undefined || one.table === table)),
  );
  expect(missing).toEqual([]);
  // An unlogged table is in no log. This one holds sums while a batch is computed.
  expect(
    there.filter(({ persistence }) => persistence === 'u').map(({ schema, table }) => `${schema}.${table}`),
  ).toEqual(['tax.staged_totals']);
});

it('takes a partition of a new month under watch when the application asks for it', async () => {
  await owner.query(
    `CREATE TABLE public.watch_test (day date PRIMARY KEY) PARTITION BY RANGE (day);
     CREATE TABLE public.watch_test_1 PARTITION OF public.watch_test FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')`,
  );
  expect(await test.db.one('SELECT audit.watch_tables() AS touched')).toEqual({ touched: 2 });
  expect(await test.db.one('SELECT audit.watch_tables() AS touched')).toEqual({ touched: 0 });
  await expect(test.db.query("INSERT INTO audit.unwatched VALUES ('public')")).rejects.toThrow(/permission denied/);
});
