import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { adoptSeeds } from '@linggong/studio';
import { limitSeed } from '../../domain/limits/limit-seed';
import { reserveLimits } from './reserve-limits';
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

it('tells the limits in force that hold for every kind of work, and nothing of others', async () => {
  await adoptSeeds(kit.db, command, [limitSeed]);
  const worker = await limitsOfSubject(kit.db, { kind: 'worker', id: 1 }, day);
  expect(worker.limits.map(({ window, maxFen }) => [window, maxFen])).toEqual([
    ['year', 500_000_000n],
    ['line', 50_000_000n],
  ]);
  expect((await limitsOfSubject(kit.db, { kind: 'enterprise', id: 7 }, day)).limits).toEqual([]);
});
