import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { JobRun } from '../jobs';
import { createJobs, type JobsEngine } from './jobs-engine';
import { runFailed } from './tell-failed';

const now = new Date('2026-11-22T03:00:00Z');
const command: Command = {
  actor: { kind: 'account', name: 'operator#7', role: 'operator', accountId: 7, enterpriseId: 3 },
  at: now,
  traceId: 'trace-1',
};

describe('jobs on PostgreSQL', () => {
  let test: TestDatabase;
  let jobs: JobsEngine;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
  });
  afterAll(() => test.drop());
  beforeEach(() => {
    jobs = createJobs({ connectionString: test.url, clock: { now: () => now }, random: () => 0 });
  });
  afterEach(() => jobs.stop());

  const enqueue = (name: string, payload = {}, more = {}): Promise<string> =>
    test.db.transaction((tx) => jobs.enqueue(tx, { queue: 'imports', name, payload, ...more }, command));

  it('runs what was committed, for the person who asked, and keeps the result', async () => {
    const seen: unknown[] = [];
    jobs.handle('test.add', async ({ payload, attempt }, given) => {
      seen.push({ payload, attempt, given });
      return { sum: 3 };
    });
    const id = await enqueue('test.add', { a: 1, b: 2 });
    expect((await jobs.run(id))?.state).toBe('waiting');
    await jobs.drain();
    expect(seen).toEqual([{ payload: { a: 1, b: 2 }, attempt: 1, given: command }]);
    expect(await jobs.run(id)).toMatchObject({ state: 'done', result: { sum: 3 }, attempt: 1, actor: command.actor });
    expect(await test.db.query('SELECT FROM jobs.outbox')).toEqual([]);
  });

  it('knows nothing of what was rolled back', async () => {
    jobs.handle('test.never', async () => {
      throw new Error('must not run');
    });
    await expect(
      test.db.transaction(async (tx) => {
        await jobs.enqueue(tx, { queue: 'imports', name: 'test.never', payload: null }, command);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await jobs.drain();
    expect(await test.db.query(`SELECT FROM jobs.runs WHERE name = 'test.never'`)).toEqual([]);
  });

  it('tries again after a fault, and tells no message of it', async () => {
    jobs.handle('test.flaky', async ({ attempt }) => {
      if (attempt < 3) throw new Error('张三 is away');
    });
    const id = await enqueue('test.flaky');
    await jobs.drain();
    expect(await jobs.run(id)).toMatchObject({ state: 'done', attempt: 3, problem: null });
  });

  it('gives up after the last try, and at once on a refusal', async () => {
    jobs.handle('test.broken', async () => {
      throw new Error('张三 is away');
    });
    jobs.handle('test.refused', async () => {
      throw problem(409, 'stale-quote', { zh: '报价已过期', en: 'The quote is stale' });
    });
    const told: unknown[] = [];
    jobs.on(runFailed, 'test.listen', async ({ payload }, { actor }) => void told.push({ payload, actor }));
    const broken = await enqueue('test.broken');
    const refused = await enqueue('test.refused');
    await jobs.drain();
    // Once for each, in the name of who asked.
    expect(told).toHaveLength(2);
    for (const [runId, name] of [
      [broken, 'test.broken'],
      [refused, 'test.refused'],
    ])
      expect(told).toContainEqual({ payload: { runId, name }, actor: command.actor });
    expect(await jobs.run(broken)).toMatchObject({ state: 'failed', attempt: 5, problem: { code: 'job-fault' } });
    expect(JSON.stringify((await jobs.run(broken))?.problem)).not.toContain('张三');
    expect(await jobs.run(refused)).toMatchObject({ state: 'failed', attempt: 1, problem: { code: 'stale-quote' } });
  });

  it('ends a job that took its process with it at the last try, and tells so', async () => {
    const told: unknown[] = [];
    jobs.on(runFailed, 'test.listen', async ({ payload }) => void told.push(payload));
    const id = await enqueue('test.deadly');
    await test.db.query(`UPDATE jobs.runs SET state = 'running', process = 999999, attempt = attempts WHERE id = $1`, [
      id,
    ]);
    await jobs.drain();
    expect(await jobs.run(id)).toMatchObject({ state: 'failed', problem: { code: 'job-lost' } });
    expect(told).toEqual([{ runId: id, name: 'test.deadly' }]);
    expect(await test.db.query('SELECT FROM jobs.outbox')).toEqual([]);
  });

  it('has one open run a key, and another once that is over', async () => {
    jobs.handle('test.keyed', async () => undefined);
    const first = await enqueue('test.keyed', {}, { key: 'batch-1' });
    const twice = await test.db.transaction((tx) =>
      jobs.enqueueAll(
        tx,
        ['batch-1', 'batch-2', 'batch-2'].map((key) => ({ queue: 'imports', name: 'test.keyed', payload: null, key })),
        command,
      ),
    );
    expect(twice[0]).toBe(first);
    expect(twice[1]).toBe(twice[2]);
    await jobs.drain();
    expect(await enqueue('test.keyed', {}, { key: 'batch-1' })).not.toBe(first);
    await jobs.drain();
  });

  it('leaves later work for later', async () => {
    jobs.handle('test.later', async () => undefined);
    const later = new Date(now.getTime() + 60_000);
    const id = await enqueue('test.later', {}, { runAt: later });
    await jobs.drain();
    expect((await jobs.run(id))?.state).toBe('waiting');
    await jobs.drain(later);
    expect((await jobs.run(id))?.state).toBe('done');
  });

  it('does what its work asks for, while the clock goes on', async () => {
    const real = createJobs({ connectionString: test.url });
    const heard: string[] = [];
    real.on('test.chained', 'test.chain', async ({ key }) => void heard.push(key));
    real.handle('test.first', async (_job, given) => {
      await pause(5);
      await test.db.transaction((tx) => real.emit(tx, { type: 'test.chained', key: 'k', payload: null }, given));
    });
    await test.db.transaction((tx) => real.enqueue(tx, { queue: 'tax', name: 'test.first', payload: null }, command));
    await real.drain();
    await real.stop();
    expect(heard).toEqual(['k']);
  });

  it('writes a thousand jobs in one statement', async () => {
    let worked = 0;
    jobs.handle('test.many', async () => void (worked += 1));
    const many = Array.from({ length: 1_000 }, (_, line) => ({
      queue: 'tax' as const,
      name: 'test.many',
      payload: { line },
    }));
    const ids = await test.db.transaction((tx) => jobs.enqueueAll(tx, many, command));
    expect(new Set(ids).size).toBe(1_000);
    await jobs.drain();
    expect(worked).toBe(1_000);
  });

  it('shows progress while the handler is in a transaction', async () => {
    const seen: (JobRun | undefined)[] = [];
    jobs.handle('test.progress', async ({ runId, progress }) => {
      await test.db.transaction(async () => {
        await progress({ stage: 'read', done: 5, total: 10 });
        seen.push(await jobs.run(runId));
        await progress({ stage: 'read', done: 10, total: 10 });
      });
    });
    const id = await enqueue('test.progress');
    await jobs.drain();
    expect(seen[0]).toMatchObject({ state: 'running', stage: 'read', done: 5, total: 10 });
    expect(await jobs.run(id)).toMatchObject({ state: 'done', done: 10 });
  });

  it('refuses personal data in payloads and in results', async () => {
    await expect(enqueue('test.any', { phone: '13800138000' })).rejects.toThrow(/mobile/);
    jobs.handle('test.leaky', async () => ({ name: '张三' }));
    const id = await enqueue('test.leaky');
    await jobs.drain();
    expect(await jobs.run(id)).toMatchObject({ state: 'failed', result: null });
  });

  it('lets hearers hear an event once each, whatever happens', async () => {
    const heard: string[] = [];
    let faults = 2;
    jobs.on('test.order.paid', 'tax.book', async ({ key }) => void heard.push(`tax ${key}`));
    jobs.on('test.order.paid', 'billing.count', async ({ key }) => {
      if ((faults -= 1) >= 0) throw new Error('away');
      heard.push(`billing ${key}`);
    });
    await test.db.transaction((tx) =>
      jobs.emit(tx, { type: 'test.order.paid', key: 'batch-1', payload: { batchId: 1 } }, command),
    );
    await jobs.drain();
    expect(heard.sort()).toEqual(['billing batch-1', 'tax batch-1']);
    expect(await test.db.query('SELECT FROM jobs.outbox')).toEqual([]);
    const heardRows = await test.db.query(`SELECT FROM jobs.heard WHERE hearer IN ('tax.book', 'billing.count')`);
    expect(heardRows).toHaveLength(2);
  });

  it('hears exactly once what a hearer writes in the transaction of the hearing', async () => {
    const owner = await ownerTable(test, 'CREATE TABLE jobs.test_effect (n integer)');
    jobs.on('test.twice', 'test.writer', async (_event, _command, tx) => {
      await tx.query('INSERT INTO jobs.test_effect VALUES (1)');
      await pause(20);
    });
    const other = createJobs({ connectionString: test.url, clock: { now: () => now } });
    other.on('test.twice', 'test.writer', async (_event, _command, tx) => {
      await tx.query('INSERT INTO jobs.test_effect VALUES (2)');
    });
    await test.db.transaction((tx) => jobs.emit(tx, { type: 'test.twice', key: 'k', payload: null }, command));
    await Promise.all([jobs.drain(), other.drain()]);
    await other.stop();
    expect(await test.db.query('SELECT n FROM jobs.test_effect')).toHaveLength(1);
    await owner();
  });

  it('keeps an event that no try could deliver, with its problem', async () => {
    jobs.on('test.lost', 'test.deaf', async () => {
      throw new Error('never');
    });
    await test.db.transaction((tx) => jobs.emit(tx, { type: 'test.lost', key: 'k', payload: null }, command));
    await jobs.drain();
    const left = await test.db.one<{ attempt: number; failed: boolean; problem: { code: string } }>(
      `SELECT attempt, failed_at IS NOT NULL AS failed, problem FROM jobs.outbox WHERE hearer = 'test.deaf'`,
    );
    expect(left).toMatchObject({ attempt: 10, failed: true, problem: { code: 'job-fault' } });
  });

  it('lets the application delete queue rows only', async () => {
    await expect(test.db.query('DELETE FROM jobs.runs')).rejects.toThrow(/permission denied/);
    await expect(test.db.query('DELETE FROM jobs.events')).rejects.toThrow(/permission denied/);
    await expect(test.db.query('UPDATE jobs.events SET key = $1', ['x'])).rejects.toThrow(/permission denied/);
    await expect(test.db.query('UPDATE jobs.heard SET hearer = $1', ['x'])).rejects.toThrow(/permission denied/);
    await expect(test.db.query('SELECT jobs.prune(now())')).rejects.toThrow(/30 days/);
  });

  it('prunes what is half a year old', async () => {
    await enqueueAt(jobs, test, new Date('2026-01-01T00:00:00Z'));
    expect(await jobs.prune(now)).toBe(1);
  });
});

async function enqueueAt(jobs: JobsEngine, test: TestDatabase, at: Date): Promise<void> {
  const old = createJobs({ connectionString: test.url, clock: { now: () => at } });
  old.handle('test.old', async () => undefined);
  await test.db.transaction((tx) =>
    jobs.enqueue(tx, { queue: 'tax', name: 'test.old', payload: null, key: randomUUID() }, { ...command, at }),
  );
  await old.drain();
  await old.stop();
}

async function ownerTable(test: TestDatabase, ddl: string): Promise<() => Promise<void>> {
  const { createDatabase } = await import('@linggong/core');
  const owner = createDatabase({ connectionString: test.ownerUrl, max: 1 });
  await owner.query(ddl);
  await owner.query('GRANT SELECT, INSERT ON jobs.test_effect TO linggong_app');
  return async () => {
    await owner.query('DROP TABLE jobs.test_effect');
    await owner.close();
  };
}
