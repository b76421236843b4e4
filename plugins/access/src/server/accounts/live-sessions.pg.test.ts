import type { Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { Client } from 'pg';
import { sessionsTogether, type LiveSessions } from './live-sessions';
import { endSessions, startSession, type SessionPolicy } from './sessions';

const at = new Date('2026-11-26T02:00:00Z');
const policy: SessionPolicy = { sessionIdleMinutes: 30, sessionHours: 12, passwordDays: 90 };
let kit: TestDatabase;
let sessions: LiveSessions;
/** Statements that the sessions asked. */
let asked = 0;

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access'].map((name) => `plugins/${name}`) });
  const owner = new Client({ connectionString: kit.superuserUrl });
  await owner.connect();
  await owner.query(
    `INSERT INTO public.up_users (id, username, account_role, blocked)
     SELECT n, 'account ' || n, CASE n WHEN 3 THEN NULL ELSE 'tax-officer' END, n = 4 FROM generate_series(1, 5) n`,
  );
  await owner.end();
}, 400_000);
afterAll(() => kit?.drop());
beforeEach(() => {
  asked = 0;
  const counted: Database = { ...kit.db, preparedRows: (...ask) => ((asked += 1), kit.db.preparedRows(...ask)) };
  sessions = sessionsTogether(() => counted, policy);
});

const start = (accountId: number): Promise<string> =>
  startSession(kit.db, { accountId, at, address: undefined }, policy);
const idsOf = async (ids: readonly string[], now = at): Promise<(number | undefined)[]> =>
  (await Promise.all(ids.map((id) => sessions.accountOf(id, now)))).map((account) => account?.id);

describe('the sessions of requests that come at once (R9.4)', () => {
  it('are looked up together, each request getting its own account, or none', async () => {
    const started: string[] = [];
    for (const account of [1, 2, 3, 4, 5]) started.push(await start(account));
    const [first = '', second = '', withoutRole = '', blocked = '', ended = ''] = started;
    await endSessions(kit.db, { sessionId: ended }, 'signed-out', at);
    const all = [second, first, second, withoutRole, blocked, ended, crypto.randomUUID(), '-'.repeat(36), ''];
    const none = Array.from({ length: 6 }, () => undefined);
    expect([await idsOf(all), asked]).toEqual([[2, 1, 2, ...none], 1]);
  });

  it('are looked up anew by whoever comes after: an ended session is dead at once', async () => {
    const id = await start(1);
    expect(await idsOf([id])).toEqual([1]);
    await endSessions(kit.db, { sessionId: id }, 'by-administrator', at);
    expect([await idsOf([id]), asked]).toEqual([[undefined], 2]);
  });

  it('are told to be seen once a minute, and idle away after that', async () => {
    const id = await start(2);
    const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
    expect(await idsOf([id, id], later(29))).toEqual([2, 2]);
    expect(await idsOf([id], later(58))).toEqual([2]);
    expect(await idsOf([id], later(88))).toEqual([undefined]);
  });

  it('fail for all who ask where the database fails, and for nobody after', async () => {
    let isAway = true;
    const broken: Database = {
      ...kit.db,
      preparedRows: (...ask) => (isAway ? Promise.reject(new Error('away')) : kit.db.preparedRows(...ask)),
    };
    const id = await start(1);
    const { accountOf } = sessionsTogether(() => broken, policy);
    const both = await Promise.allSettled([accountOf(id, at), accountOf(id, at)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect((await accountOf(id, at))?.id).toBe(1);
  });
});
