import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { acknowledgeBypass } from './acknowledge';
import { witnessLimits, witnessRecords, witnessWarnings } from './witness-warnings';

/** Issue 4, audit: a dropped or stalled slot is an alarm; what went past the platform is one until somebody says why. */
let test: TestDatabase;
let superuser: Database;
let slot: string;

beforeAll(async () => {
  test = await testDatabase({ only: ['plugins/audit'] });
  superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
  slot = `witness_${new URL(test.url).pathname.slice(6)}`;
}, 120_000);
afterAll(async () => {
  await dropSlot();
  await superuser?.close();
  await test?.drop();
});

const dropSlot = (): Promise<unknown> =>
  superuser.query('SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1', [slot]);
const kinds = async (): Promise<string[]> => (await witnessWarnings(test.db)).map(({ kind }) => kind);
const heard = (seconds: number): Promise<unknown> =>
  superuser.query('UPDATE witness.state SET heartbeat_at = clock_timestamp() - make_interval(secs => $1)', [seconds]);

it('says that nobody watches where nobody ever has', async () => {
  expect(await kinds()).toEqual(['not-watched']);
});

it('tells a missing slot, one that nobody reads, and a silent witness', async () => {
  await superuser.query(
    `INSERT INTO witness.state (slot, watching_since, stored_lsn, confirmed_lsn, heartbeat_at)
     VALUES ($1, now(), '0/0', '0/0', clock_timestamp())`,
    [slot],
  );
  expect(await kinds()).toEqual(['slot-missing']);
  await superuser.query("SELECT pg_create_logical_replication_slot($1, 'pgoutput')", [slot]);
  // A witness that is restarted has been heard of a moment ago.
  expect(await kinds()).toEqual([]);
  await heard(witnessLimits.silentSeconds + 1);
  expect(await kinds()).toEqual(['witness-silent', 'slot-inactive']);
  await heard(0);
});

it('is a finding for each kind of record, until it was acknowledged with a reason, once', async () => {
  await superuser.query(
    `INSERT INTO witness.transactions (no, kind, at, db_user, user_source, candidates, replica_role, forged, tables, rows, kept, previous, digest)
     SELECT n, (ARRAY['bypass', 'watch', 'gap', 'migration'])[n], now(), 'postgres', 'system-user', '[]', false, false, '[]', 1, 0, '', ''
       FROM generate_series(1, 4) n`,
  );
  expect(await witnessWarnings(test.db)).toEqual([
    { kind: 'bypass', count: 1n, samples: ['1'] },
    { kind: 'gap', count: 1n, samples: ['3'] },
    { kind: 'watch-altered', count: 1n, samples: ['2'] },
  ]);
  expect(await witnessRecords(test.db)).toBe(4n);
  const command = {
    actor: { kind: 'system', name: 'audit-admin#1' },
    at: new Date(),
    traceId: 't',
    reason: 'a repair',
  } as const;
  // The application's password alone: settled in the witness's store, and not in the log.
  await test.db.query("SELECT witness.acknowledge(1, 'an auditor', 'ok')");
  expect(await kinds()).toEqual(['bypass', 'gap', 'watch-altered']);
  await superuser.query(
    "SET session_replication_role = 'replica'; DELETE FROM witness.acknowledgements; RESET session_replication_role",
  );
  for (const no of [1, 2, 3]) await acknowledgeBypass(test.db, no, 'a repair, ticket 7', command);
  expect(await kinds()).toEqual([]);
  await expect(acknowledgeBypass(test.db, 1, 'again', command)).rejects.toMatchObject({ code: 'audit.bypass-settled' });
  await expect(acknowledgeBypass(test.db, 4, 'needless', command)).rejects.toMatchObject({
    code: 'audit.bypass-settled',
  });
  await expect(acknowledgeBypass(test.db, 5, 'nowhere', command)).rejects.toMatchObject({ status: 404 });
  const entries = await test.db.query("SELECT FROM audit.published_entries WHERE action = 'audit-bypass.acknowledge'");
  expect(entries).toHaveLength(3);
  await expect(test.db.query('DELETE FROM witness.acknowledgements')).rejects.toThrow(/permission denied/);
});
