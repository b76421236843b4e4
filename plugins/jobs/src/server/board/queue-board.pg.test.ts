import { queueNames } from '@linggong/config';
import { systemCommand } from '@linggong/core';
import { startRedis, testDatabase, type RedisServers, type TestDatabase } from '@linggong/database/testing';
import { createJobs, type JobsEngine, type JobsEngineOptions } from '../jobs-engine';

const command = systemCommand('test', new Date('2026-11-22T03:00:00Z'), 'trace-1');

interface Listed {
  queues: {
    name: string;
    readOnlyMode: boolean;
    counts: Record<string, number>;
    jobs: { id: string; data: unknown }[];
  }[];
}

describe.each(['PostgreSQL', 'Redis'])('the board of queues on %s', (store) => {
  let test: TestDatabase;
  let redis: RedisServers | undefined;
  let jobs: JobsEngine;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
    redis = store === 'Redis' ? await startRedis() : undefined;
    const options: JobsEngineOptions = { connectionString: test.url, redisUrl: redis?.url, relay: { pollMs: 50 } };
    jobs = createJobs(options);
    // A relay and no worker of this queue: what is asked for waits in BullMQ, where the board sees it.
    await jobs.start(['events']);
    await test.db.transaction((tx) =>
      jobs.enqueue(tx, { queue: 'tax', name: 'test.waits', payload: { batchId: 7 } }, command),
    );
  });
  afterAll(async () => {
    await jobs.stop();
    await redis?.stop();
    await test.drop();
  });

  it('lists every queue and what waits in it, by ids', async () => {
    const tax = async (): Promise<Listed['queues'][number] | undefined> => {
      const answer = await jobs.board().ask('/api/queues', { activeQueue: 'tax', jobsPerPage: '1000' });
      const { queues } = answer?.body as Listed;
      expect(queues.map(({ name }) => name)).toEqual(queueNames);
      expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
      return queues.find(({ name }) => name === 'tax');
    };
    for (let round = 0; round < 100 && (await tax())?.counts['waiting'] !== 1; round += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const [run] = await test.db.query<{ id: string }>('SELECT id FROM jobs.runs');
    expect((await tax())?.jobs).toMatchObject([{ data: { kind: 'run', runId: run?.id } }]);
    const id = (await tax())?.jobs[0]?.id ?? '';
    expect(await jobs.board().ask(`/api/queues/tax/${id}`, {})).toMatchObject({
      status: 200,
      body: { status: 'waiting' },
    });
    expect(await jobs.board().ask('/api/redis/stats', {})).toMatchObject({ status: 200 });
  });

  it('has no address that changes anything, and answers none that it does not know', async () => {
    for (const path of ['/api/queues/pause', '/api/queues/tax/obliterate', '/api/queues/tax/clean/wait']) {
      const answer = await jobs.board().ask(path, {});
      expect([path, answer?.status ?? 404]).toEqual([path, 404]);
    }
    expect(await jobs.board().ask('/api/unknown', {})).toBeUndefined();
    expect(await jobs.board().ask('/api/queues/%zz/1', {})).toBeUndefined();
    const [tax] = await test.db.query<{ waiting: bigint }>('SELECT count(*) AS waiting FROM jobs.outbox');
    expect(tax).toEqual({ waiting: 1n });
  });

  it('is a page of this server alone, whose files all are there', async () => {
    const page = jobs.board().page('/queue-board/', 'zh');
    expect(page).not.toMatch(/https?:\/\/|<style|onload=|googleapis/);
    const files = [...page.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files)
      expect([file, (await jobs.board().file(file))?.content.length]).toEqual([file, expect.any(Number)]);
    for (const name of ['static/../index.ejs', 'index.ejs', 'static/.hidden.js', 'static/js/nowhere.js', 'static/js']) {
      expect(await jobs.board().file(name)).toBeUndefined();
    }
  });

  if (store === 'Redis') {
    it('says so where the store is away', async () => {
      redis?.kill(redis.ports[0] ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await expect(jobs.board().ask('/api/queues', {})).rejects.toMatchObject({ status: 503, code: 'queues-away' });
    });
  }
});
