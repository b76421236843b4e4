import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createRealNameRig, type RealNameRig } from '../../testing/real-name-rig';
import { seedVerifiedPeople } from '../../testing/verified-people';
import { chainOf, stopChain } from '../asking/create-chain';
import type { IdentityRequest, ProviderCall } from '../providers/identity-provider';
import { createSandboxProvider } from '../providers/sandbox-provider';
import { resumeWaiting } from '../checks/resume-waiting';
import { SUBJECTS_PER_COMMIT } from '../checks/run-checks';
import { readBulk } from './read-bulk';
import { cancelBulk, estimateBulk, startBulk } from './start-bulk';

const PEOPLE = 5_000;
const at = new Date('2026-11-22T03:00:00Z');
let now = at;
const later = (hours: number): Date => new Date(at.getTime() + hours * 3_600_000);
const command: Command = { actor: { kind: 'account', name: 'operator#1', role: 'operator' }, at, traceId: 'test' };

let kit: TestDatabase;
let rig: RealNameRig;
let ids: number[];
let asked: string[];

beforeAll(async () => {
  kit = await testDatabase();
  rig = createRealNameRig(kit, { now: () => now });
  // One in a hundred is somebody else, one in a hundred unknown, one busy at first.
  const answers = ['440', '442', '446'];
  ids = await seedVerifiedPeople(kit.db, rig.tools.vault, {
    count: PEOPLE,
    checkedAt: new Date('2026-01-05T00:00:00Z'),
    answerOf: (index) => answers[index % 100],
  });
}, 120_000);
afterAll(async () => {
  await rig?.stop();
  await kit?.drop();
});
beforeEach(() => {
  asked = [];
  now = at;
});

/** The sandbox with a price, a cap and an ear. */
function watched(cap?: bigint) {
  const sandbox = createSandboxProvider({ slowMs: 1 });
  const provider = {
    ...sandbox,
    verifyIdentity: (request: IdentityRequest, call: ProviderCall) => {
      asked.push(request.identityNumber);
      return sandbox.verifyIdentity(request, call);
    },
  };
  return chainOf({ providers: [provider], dailyCapsFen: new Map(cap === undefined ? [] : [['sandbox', cap]]) });
}
const start = (filter = {}): Promise<bigint> =>
  kit.db.transaction((tx) => startBulk(rig.tools, tx, command, filter, '年度复核'));
const read = (id: bigint) => readBulk(kit.db, id);

it('estimates people, cost and time before anybody is asked', async () => {
  const chain = watched(60_000n);
  expect(await estimateBulk({ chain }, kit.db, { realNameStates: ['verified'] })).toEqual({
    total: PEOPLE,
    provider: 'sandbox',
    estimateFen: 150_000n,
    seconds: null,
    days: 3,
  });
  expect(await estimateBulk({ chain }, kit.db, { checkedBefore: '2026-01-01' })).toMatchObject({ total: 0 });
  stopChain(chain);
});

it('goes on where it was killed: one chunk at most is asked twice, and everybody has one record', async () => {
  const { tools } = rig;
  const chain = watched();
  const { parties } = tools;
  const victim = ids[2_600] ?? 0;
  let kills = 0;
  const cut = {
    ...parties,
    markRealName: async (...given: Parameters<typeof parties.markRealName>) => {
      // The transaction of this chunk is lost, as when the process is killed before its commit.
      if (given[2].some(({ workerId }) => workerId === victim) && (kills += 1) === 1) throw new Error('killed');
      return parties.markRealName(...given);
    },
  };
  rig.tools = { ...tools, chain, parties: cut };
  const id = await start({ realNameStates: ['verified'] });
  await expect(start()).rejects.toMatchObject({ code: 'bulk-check-running' });
  await rig.jobs.drain(at);
  expect(kills).toBe(2);
  expect((await read(id)).counts).toMatchObject({ open: 50 });
  await rig.jobs.drain(later(1));
  expect(await read(id)).toMatchObject({
    state: 'done',
    total: PEOPLE,
    counts: { open: 0, match: PEOPLE - 100, mismatch: 50, 'no-record': 50, error: 0 },
  });
  const { records, people } = await kit.db.one<{ records: number; people: number }>(
    'SELECT count(*)::int AS records, count(DISTINCT worker_id)::int AS people FROM public.real_name_checks',
  );
  expect([records, people]).toEqual([PEOPLE, PEOPLE]);
  // Fifty were busy at first and are asked a second time by right.
  expect(asked.length).toBeGreaterThan(PEOPLE + 50);
  expect(asked.length).toBeLessThanOrEqual(PEOPLE + 50 + SUBJECTS_PER_COMMIT);
  rig.tools = tools;
  stopChain(chain);
}, 120_000);

it('blocks whom it no longer finds, with the answer as the reason', async () => {
  const blocked = await kit.db.query(
    `SELECT state, real_name_state AS "realName", count(*)::int AS count FROM public.workers
     WHERE state <> 'active' GROUP BY 1, 2 ORDER BY 2`,
  );
  expect(blocked).toEqual([
    { state: 'blocked', realName: 'mismatch', count: 50 },
    { state: 'blocked', realName: 'no-record', count: 50 },
  ]);
});

it('waits for tomorrow when the daily cap is reached, says so, and goes on by itself', async () => {
  const { tools } = rig;
  const chain = watched(20_000n);
  rig.tools = { ...tools, chain };
  // Its own day: the chunks above were counted on another.
  now = later(24);
  const id = await start({ realNameStates: ['verified'], states: ['active'] });
  await rig.jobs.drain(now);
  const waiting = await read(id);
  expect(waiting).toMatchObject({ state: 'running', dueAt: new Date('2026-11-23T16:05:00Z') });
  // 666 answers at 0.30 yuan are what 200 yuan pay for, whatever was asked for nothing besides.
  const day = await kit.db.one('SELECT cost_fen, reserved_fen FROM real_name.provider_days WHERE day = $1', [
    '2026-11-23',
  ]);
  expect(day).toEqual({ cost_fen: 19_980n, reserved_fen: 0n });
  now = new Date('2026-11-23T16:06:00Z');
  rig.tools = { ...tools, chain: watched() };
  await resumeWaiting(rig.tools, { ...command, at: now });
  await rig.jobs.drain(now);
  await rig.jobs.drain(new Date('2026-11-23T17:06:00Z'));
  expect(await read(id)).toMatchObject({ state: 'done', counts: { open: 0, match: PEOPLE - 100 } });
  stopChain(chain);
  rig.tools = tools;
}, 120_000);

it('is cancelled: whoever was not asked about is not', async () => {
  now = later(72);
  const id = await start({ states: ['active'] });
  await kit.db.transaction((tx) => cancelBulk(tx, command, id));
  const before = (await read(id)).counts;
  await rig.jobs.drain(now);
  expect(await read(id)).toMatchObject({ state: 'cancelled', counts: before });
  expect(before).toMatchObject({ open: 0, cancelled: PEOPLE - 100 });
  await expect(kit.db.transaction((tx) => cancelBulk(tx, command, id))).rejects.toMatchObject({
    code: 'bulk-check-over',
  });
});

it('refuses to begin without people or without a vendor', async () => {
  await expect(start({ states: ['registered'] })).rejects.toMatchObject({ code: 'bulk-check-empty' });
  const { tools } = rig;
  rig.tools = { ...tools, chain: chainOf({ providers: [] }) };
  await expect(start()).rejects.toMatchObject({ code: 'identity-provider-missing' });
  rig.tools = tools;
});
