import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { Client } from 'pg';
import { roleStaffing } from './staffing';
import { stoppedSignIns } from './stopped-sign-ins';

const at = new Date('2026-11-26T02:00:00Z');
let kit: TestDatabase;

async function asOwner(sql: string): Promise<void> {
  const owner = new Client({ connectionString: kit.superuserUrl });
  await owner.connect();
  await owner.query(sql).finally(() => owner.end());
}

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access'].map((name) => `plugins/${name}`) });
}, 400_000);
afterAll(() => kit?.drop());

it('counts who holds each role of the house and may sign in, the empty ones first (R9.5)', async () => {
  await asOwner(
    `INSERT INTO public.up_users (id, username, account_role, blocked, worker_id) VALUES
       (1, 'tax 1', 'tax-officer', NULL, NULL), (2, 'tax 2', 'tax-officer', false, NULL),
       (3, 'risk', 'risk-officer', true, NULL), (4, 'of a worker', 'worker', false, 4)`,
  );
  await kit.db.query(
    `INSERT INTO access.sessions (id, account_id, started_at, last_seen_at, ends_at)
     SELECT gen_random_uuid(), n, $1::timestamptz - days, $1::timestamptz - days, $1
       FROM (VALUES (1, interval '1 day'), (1, interval '2 days'), (2, interval '31 days')) s (n, days)`,
    [at],
  );
  const items = await roleStaffing(kit.db, at);
  const of = (role: string) => items.find((one) => one.role === role);
  expect([of('tax-officer'), of('risk-officer'), of('worker')]).toEqual([
    { role: 'tax-officer', holders: 2, seen: 1 },
    { role: 'risk-officer', holders: 0, seen: 0 },
    undefined,
  ]);
  expect(items[0]).toMatchObject({ role: 'operator', holders: 0 });
  expect(items.at(-1)?.role).toBe('tax-officer');
});

it('counts what is locked at the instant, and what failed within a day (GB/T 22239-2019 8.1.4.1 b)', async () => {
  expect(await stoppedSignIns(kit.db, at)).toEqual({ locked: 0, lockedUntil: null, failing: 0 });
  await kit.db.query(
    `INSERT INTO access.sign_in_attempts (identifier_key, failures, last_at, locked_until) VALUES
       (sha256('1'), 6, $1::timestamptz - interval '1 minute', $1::timestamptz + interval '9 minutes'),
       (sha256('2'), 5, $1::timestamptz - interval '20 minutes', $1::timestamptz - interval '5 minutes'),
       (sha256('3'), 1, $1::timestamptz - interval '25 hours', NULL)`,
    [at],
  );
  expect(await stoppedSignIns(kit.db, at)).toEqual({
    locked: 1,
    lockedUntil: new Date('2026-11-26T02:09:00Z'),
    failing: 2,
  });
});
