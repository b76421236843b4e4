import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { jobAnswer, jobPage } from '../api';
import { jobById, jobPageOf, type JobScope } from './job-answers';
import { createJobs, type JobsEngine } from './jobs-engine';
import { repeatRun } from './repeat-run';

const at = new Date('2026-11-22T03:00:00Z');
const commandOf = (enterpriseId: number): Command => ({
  actor: {
    kind: 'account',
    name: `enterprise#${enterpriseId}`,
    role: 'enterprise',
    accountId: enterpriseId,
    enterpriseId,
  },
  at,
  traceId: 'trace-1',
});
const all: JobScope = { kind: 'all' };

describe('answers about jobs', () => {
  let test: TestDatabase;
  let jobs: JobsEngine;
  let ids: string[];

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
    jobs = createJobs({ connectionString: test.url, clock: { now: () => at } });
    let away = true;
    jobs.handle('test.good', async ({ progress }) => {
      await progress({ stage: 'read', done: 7, total: 7 });
      return { rows: 7 };
    });
    jobs.handle('test.bad', async () => {
      if (away) throw new Error('张三 is away');
    });
    ids = [];
    for (const [name, enterpriseId] of [
      ['test.good', 1],
      ['test.bad', 1],
      ['test.good', 2],
    ] as const) {
      const job = { queue: 'imports', name, payload: { secret: 42 } } as const;
      ids.push(await test.db.transaction((tx) => jobs.enqueue(tx, job, commandOf(enterpriseId))));
    }
    await jobs.drain();
    away = false;
  });
  afterAll(async () => {
    await jobs.stop();
    await test.drop();
  });

  it('tell progress, result and problem, and no payload', async () => {
    const good = jobAnswer.parse(await jobById(test.db, all, ids[0] ?? ''));
    expect(good).toMatchObject({
      state: 'done',
      stage: 'read',
      done: 7,
      total: 7,
      result: { rows: 7 },
      actor: 'enterprise#1',
    });
    const bad = jobAnswer.parse(await jobById(test.db, all, ids[1] ?? ''));
    expect(bad).toMatchObject({ state: 'failed', attempt: 5, problem: { code: 'job-fault' } });
    expect(JSON.stringify([good, bad])).not.toMatch(/secret|张三/);
  });

  it.each<[string, JobScope, number[]]>([
    ['everything', all, [2, 1, 0]],
    ['those of its enterprise', { kind: 'enterprise', enterpriseId: 1 }, [1, 0]],
    ['those of its worker', { kind: 'worker', workerId: 1 }, []],
    ['those of its account', { kind: 'account', accountId: 2 }, [2]],
  ])('show %s', async (_what, scope, seen) => {
    const { items } = await jobPageOf(test.db, scope, { limit: 50 });
    expect(items.map(({ id }) => ids.indexOf(id))).toEqual(seen);
    const hidden = ids.filter((_id, index) => !seen.includes(index));
    for (const id of hidden) await expect(jobById(test.db, scope, id)).rejects.toMatchObject({ status: 404 });
  });

  it('page from the youngest to the oldest, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = jobPage.parse(await jobPageOf(test.db, all, { limit: 2, cursor }));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual([...ids].reverse());
    const failed = await jobPageOf(test.db, all, { limit: 2, state: 'failed', name: 'test.bad' });
    expect(failed.items).toHaveLength(1);
  });

  it('let a person send a failed job again, and no other', async () => {
    const repeat = (id: string | undefined) => test.db.transaction((tx) => repeatRun(tx, id ?? '', commandOf(9)));
    await expect(repeat(ids[0])).rejects.toMatchObject({ status: 409, code: 'illegal-transition' });
    await repeat(ids[1]);
    await expect(repeat(ids[1])).rejects.toMatchObject({ status: 409 });
    await jobs.drain();
    expect(await jobById(test.db, all, ids[1] ?? '')).toMatchObject({
      state: 'done',
      attempt: 6,
      actor: 'enterprise#1',
    });
  });

  it('are not sent again beside another of the same name and key', async () => {
    const ask = () =>
      test.db.transaction((tx) =>
        jobs.enqueue(tx, { queue: 'imports', name: 'test.bad', payload: null, key: 'one' }, commandOf(1)),
      );
    const failed = await ask();
    await test.db.query(`UPDATE jobs.runs SET state = 'failed', finished_at = now() WHERE id = $1`, [failed]);
    await test.db.query('DELETE FROM jobs.outbox WHERE run_id = $1', [failed]);
    await ask();
    const repeat = test.db.transaction((tx) => repeatRun(tx, failed, commandOf(9)));
    await expect(repeat).rejects.toMatchObject({ status: 409, code: 'job-open' });
  });
});
