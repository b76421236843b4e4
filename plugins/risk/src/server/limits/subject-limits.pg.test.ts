import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { adoptSeeds } from '@linggong/studio';
import type { Seed } from '@linggong/studio/domain';
import { limitSeed } from '../../domain/limits/limit-seed';
import { reserveLimits } from './reserve-limits';
import { putInForce } from '../decisions/policy.fixture';
import { limitsOfSubject } from './subject-limits';

const day = '2026-11-27';
const command: Command = {
  actor: { kind: 'system', name: 'risk' },
  at: new Date('2026-11-27T04:00:00Z'),
  traceId: 'test',
};
let kit: TestDatabase;

beforeAll(async () => {
  const needed = ['jobs', 'audit', 'vault', 'access', 'studio', 'parties', 'risk'];
  kit = await testDatabase({ only: needed.map((name) => `plugins/${name}`) });
}, 300_000);
afterAll(() => kit?.drop());

const pay = (workerIds: number[], fen: bigint[], on: string): Promise<unknown> =>
  kit.db.transaction((tx) =>
    reserveLimits(tx, { enterpriseId: 7, day: on, workerIds, kindsOfWork: workerIds.map(() => 'design'), fen }, []),
  );

it('tells what a worker and an enterprise used of day, month and year, each of its own (R6.3)', async () => {
  await pay([1, 1, 2], [100n, 200n, 50n], day);
  expect(await limitsOfSubject(kit.db, { kind: 'worker', id: 1 }, day)).toEqual({
    day,
    uses: [
      { window: 'day', usedFen: 300n, usedCount: 2 },
      { window: 'month', usedFen: 300n, usedCount: 2 },
      { window: 'year', usedFen: 300n, usedCount: 2 },
    ],
    kindUses: [],
    limits: [],
  });
  const { uses } = await limitsOfSubject(kit.db, { kind: 'enterprise', id: 7 }, day);
  expect(uses[2]).toEqual({ window: 'year', usedFen: 350n, usedCount: 3 });
});

it('forgets a day and a month that are over, and never the year', async () => {
  const { uses } = await limitsOfSubject(kit.db, { kind: 'worker', id: 1 }, '2026-12-01');
  expect(uses.map(({ usedFen }) => usedFen)).toEqual([0n, 0n, 300n]);
  const next = await limitsOfSubject(kit.db, { kind: 'worker', id: 1 }, '2027-01-01');
  expect(next.uses.map(({ usedCount }) => usedCount)).toEqual([0, 0, 0]);
});

it('tells the limits in force, those of a class with the class of the payer', async () => {
  await adoptSeeds(kit.db, command, [limitSeed]);
  const worker = await limitsOfSubject(kit.db, { kind: 'worker', id: 1 }, day);
  const told = worker.limits.map(({ window, maxFen, classes }) => [window, maxFen, classes.join('')]);
  expect(told).toEqual([
    ['year', 500_000_000n, ''],
    ['line', 50_000_000n, ''],
    ['line', 5_000_000n, 'D'],
    ['line', 1_000_000n, 'E'],
  ]);
  expect((await limitsOfSubject(kit.db, { kind: 'enterprise', id: 7 }, day)).limits).toEqual([]);
});

it('tells an enterprise the limits of its class and of kinds of work, and a worker for which payers they hold (R6.2, R6.3)', async () => {
  const every = { kindsOfWork: [], classes: [], maxCount: null, maxFen: null, basis: { zh: '', en: '' } };
  const limit = (id: string, change: object) => ({ ...every, id, name: { zh: id, en: id }, ...change });
  const seed = {
    ...{
      kind: 'limit-set',
      key: 'risk.test',
      name: { zh: '限额', en: 'Limits' },
      description: { zh: '测试', en: 'Test' },
      cases: [],
    },
    content: {
      limits: [
        limit('weak', { subject: 'enterprise', window: 'month', classes: ['D', 'E'], maxFen: 1_000 }),
        limit('design', { subject: 'kind-of-work', window: 'day', kindsOfWork: ['design'], maxFen: 500 }),
        limit('of-weak', { subject: 'worker', window: 'day', classes: ['E'], maxFen: 300 }),
      ],
    },
  };
  await putInForce(kit.db, seed as Seed);
  const own = async (kind: 'enterprise' | 'worker', id: number) =>
    (await limitsOfSubject(kit.db, { kind, id }, day)).limits
      .filter(({ name }) => ['weak', 'design', 'of-weak'].includes(name.zh))
      .map(({ name, kindOfWork, classes }) => [name.zh, kindOfWork, classes]);
  expect(await own('enterprise', 7)).toEqual([['design', 'design', []]]);
  await kit.db.query(
    `WITH made AS (
       INSERT INTO risk.ratings (enterprise_id, class, computed_class, score, facts, table_version, classes_version, cause, rated_at)
       VALUES (7, 'D', 'D', 50, '{}', 1, 1, 'asked', now()) RETURNING id)
     INSERT INTO risk.rating_heads (enterprise_id, rating_id, class, since, looked_at) SELECT 7, id, 'D', '2026-11-20', now() FROM made`,
  );
  expect(await own('enterprise', 7)).toEqual([
    ['weak', null, []],
    ['design', 'design', []],
  ]);
  expect(await own('worker', 1)).toEqual([['of-weak', null, ['E']]]);
  const { kindUses } = await limitsOfSubject(kit.db, { kind: 'enterprise', id: 7 }, day);
  expect(kindUses.map(({ kindOfWork, window, usedFen }) => [kindOfWork, window, usedFen])).toEqual([
    ['design', 'day', 350n],
    ['design', 'month', 350n],
    ['design', 'year', 350n],
  ]);
});
