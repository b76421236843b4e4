import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '../testing';
import { testServer, testUrl } from '../testing/test-server';
import { witnessStore } from './store';
import { createWatchCheck, type WatchCheck } from './watch-check';

/** A month that left for its archive is no change of the watch; one that was dropped past the platform is. Issue 4, audit; GB/T 22239 8.1.4.3. */
let test: TestDatabase;
let superuser: Database;
let client: Client;
let watch: WatchCheck;
const months = ['2024_01', '2024_02'];

beforeAll(async () => {
  test = await testDatabase({ only: ['plugins/audit'] });
  superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
  for (const month of months) {
    const first = `${month.replace('_', '-')}-01`;
    await superuser.query(
      `CREATE TABLE audit.entries_${month} PARTITION OF audit.entries FOR VALUES FROM ('${first} 00:00Z')
         TO (('${first} 00:00'::timestamp + interval '1 month') AT TIME ZONE 'UTC')`,
    );
    await superuser.query(`ALTER TABLE audit.entries_${month} OWNER TO linggong_audit`);
  }
  await superuser.query('SELECT audit.watch_tables()');
  const database = new URL(test.url).pathname.slice(1);
  client = new Client({ connectionString: testUrl(testServer(), 'linggong_witness', database) });
  await client.connect();
  // The log is read to its end at any time.
  watch = createWatchCheck(client, witnessStore(client), () => 2n ** 63n);
}, 120_000);
afterAll(async () => {
  await client?.end();
  await superuser?.close();
  await test?.drop();
});

const baseline = async (): Promise<string[]> => {
  const rows = await superuser.query<{ name: string }>(
    `SELECT name FROM witness.baseline WHERE name ~ '^audit.entries_2024' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
};

it('passes over a month that the archive took out', async () => {
  expect(await watch.look()).toBe(0);
  expect(await baseline()).toEqual(['audit.entries_2024_01', 'audit.entries_2024_02']);
  const zeros = '00'.repeat(32);
  const archive = { month: '2024-01-01', fileId: randomUUID(), sha256: zeros, bytes: 1, rows: 0, root: zeros };
  await test.db.query('SELECT audit.keep_archive($1::jsonb)', [JSON.stringify(archive)]);
  await test.db.query("SELECT audit.detach_month('2024-01-01')");
  expect(await watch.look()).toBe(0);
  expect(await baseline()).toEqual(['audit.entries_2024_02']);
});

it('records a month that somebody dropped', async () => {
  await superuser.query('DROP TABLE audit.entries_2024_02');
  expect(await watch.look()).toBe(1);
  const changes = await superuser.query('SELECT relation, row_key AS fault FROM witness.changes');
  expect(changes).toEqual([{ relation: 'audit.entries_2024_02', fault: 'gone' }]);
});

it('is told the months and nothing else of the audit log', async () => {
  await expect(client.query('SELECT FROM audit.archives')).rejects.toThrow(/permission denied/);
  await expect(client.query('SELECT FROM audit.published_entries')).rejects.toThrow(/permission denied/);
});
