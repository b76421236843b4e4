import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../testing';
import { seeToSlot } from './slot';
import { witnessStore } from './store';

/** A slot on a server without a bound for it would keep its log without end. Issue 4, audit: the log that a slot may keep is bounded. */
let test: TestDatabase;
let client: Client;
beforeAll(async () => {
  test = await testDatabase({ only: ['plugins/audit'] });
  client = new Client({ connectionString: test.superuserUrl });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client?.query(
    'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database()',
  );
  await client?.end();
  await test?.drop();
});

const slots = async (): Promise<number> =>
  (await client.query('SELECT FROM pg_replication_slots WHERE database = current_database()')).rowCount ?? 0;
const states = async (): Promise<number> => (await client.query('SELECT FROM witness.state')).rowCount ?? 0;
const see = (): Promise<void> => seeToSlot(client, witnessStore(client), `bounded_${process.pid}_${Date.now()}`);

it('is made where the server has a bound, and else is not; nothing is on record then', async () => {
  // The settings are the whole server's: this session sees others, as pg_temp comes first.
  await client.query("CREATE TEMP VIEW pg_settings AS SELECT 'max_slot_wal_keep_size' AS name, '-1' AS setting");
  await expect(see()).rejects.toMatchObject({ code: 'not-bounded' });
  expect([await slots(), await states()]).toEqual([0, 0]);
  await client.query('DROP VIEW pg_temp.pg_settings');
  await see();
  expect([await slots(), await states()]).toEqual([1, 1]);
});
