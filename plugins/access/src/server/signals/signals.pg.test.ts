import { systemCommand } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { Client } from 'pg';
import { accountsOfPeople } from '../accounts/accounts-of-people';
import { sweep } from '../accounts/sweep';
import { noteSignals, type SignedInParty } from './note-signals';

const at = new Date('2026-11-26T02:00:00Z');
const DAY_MS = 86_400_000;
const device = 'd'.repeat(32);
const vault = { blind: (_kind: unknown, text: string) => Buffer.alloc(32, text.length) };

let kit: TestDatabase;

beforeAll(async () => {
  kit = await testDatabase();
}, 400_000);
afterAll(() => kit?.drop());
beforeEach(() => kit.db.query('DELETE FROM access.signals'));

const signIn = (account: SignedInParty, daysAgo = 0): Promise<void> =>
  kit.db.transaction((tx) =>
    noteSignals(tx, vault, account, device, { at: new Date(at.getTime() - daysAgo * DAY_MS), address: '203.0.113.9' }),
  );
const worker = (workerId: number): SignedInParty => ({ workerId, enterpriseId: null });
const enterprise = (enterpriseId: number): SignedInParty => ({ workerId: null, enterpriseId });
const left = async (): Promise<string[]> =>
  (
    await kit.db.query<{ one: string }>(
      `SELECT kind || ' ' || party_kind || ' ' || party_id AS one FROM access.signals ORDER BY one`,
    )
  ).map(({ one }) => one);

/** Says of a worker that a certificate of destruction names him, as the vault does at the end of every term. */
async function certify(workerId: number): Promise<void> {
  const owner = new Client({ connectionString: kit.superuserUrl });
  await owner.connect();
  await owner.query(`SET session_replication_role = 'replica'`);
  await owner.query(
    `WITH certificate AS (
       INSERT INTO vault.destructions (number, class, people, actor_name, trace_id, at)
       VALUES ('DC-1', 'person', 1, 'system', 't', now()) RETURNING id)
     INSERT INTO vault.destroyed_people (worker_id, destruction_id, subject_number, locked_at, terms)
     SELECT $1, id, 'W-1', now(), '[]' FROM certificate`,
    [workerId],
  );
  await owner.end();
}

describe('from where parties sign in is kept no longer than it serves (PIPL art. 19, 47)', () => {
  it('goes a year after the last day of it, and not a day before', async () => {
    await signIn(worker(1), 367);
    await signIn(worker(2), 366);
    await signIn(enterprise(3), 400);
    await signIn(enterprise(3), 10);
    await sweep(kit.db, at);
    expect(await left()).toEqual([
      'address enterprise 3',
      'address worker 2',
      'device enterprise 3',
      'device worker 2',
    ]);
  });

  it('goes with a worker who is erased: his alone, and only with his certificate', async () => {
    for (const account of [worker(1), worker(2), enterprise(1)]) await signIn(account);
    const people = [1, 2].map((workerId) => ({ workerId, subject: `subject-${workerId}` }));
    await certify(1);
    await kit.db.transaction(async (tx) => accountsOfPeople.erase?.(tx, systemCommand('vault', at, 'test'), people));
    expect(await left()).toEqual([
      'address enterprise 1',
      'address worker 2',
      'device enterprise 1',
      'device worker 2',
    ]);
  });
});
