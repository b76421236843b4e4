import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { systemCommand } from '@linggong/core';
import { startRedis, testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createJobs, type JobsEngine, type JobsEngineOptions } from './jobs-engine';

const command = systemCommand('test', new Date('2026-11-22T03:00:00Z'), 'trace-1');
const relay = { pollMs: 100, confirmSeconds: 1, silentSeconds: 1 };

interface Store {
  options: Pick<JobsEngineOptions, 'redisUrl' | 'redisSecurity'>;
  /** Empties the queue engine behind the platform's back. */
  forget(test: TestDatabase): Promise<void>;
  stop(): Promise<void>;
}

const stores: { name: string; open(): Promise<Store> }[] = [
  { name: 'PostgreSQL', open: async () => ({ options: {}, forget: emptyPostgres, stop: async () => undefined }) },
  { name: 'Redis', open: openRedis },
];

describe.each(stores)('jobs carried by BullMQ on $name', ({ open }) => {
  let test: TestDatabase;
  let store: Store;
  let engines: JobsEngine[] = [];

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
    store = await open();
  });
  afterAll(async () => {
    await store.stop();
    await test.drop();
  });
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
    engines = [];
  });

  function engine(options: Pick<JobsEngineOptions, 'clock'> = {}): JobsEngine {
    const made = createJobs({ connectionString: test.url, relay, ...store.options, ...options, random: () => 0 });
    engines.push(made);
    return made;
  }

  it('works off many jobs and events in several workers, each once', async () => {
    const worked: number[] = [];
    const heard: number[] = [];
    const [one, two] = [engine(), engine()];
    for (const jobs of [one, two]) {
      jobs.handle('test.chunk', async ({ payload }) => void worked.push((payload as { chunk: number }).chunk));
      jobs.on('test.told', 'test.hearer', async ({ payload }) => void heard.push((payload as { n: number }).n));
      await jobs.start(['settlement', 'events']);
    }
    const chunks = Array.from({ length: 200 }, (_, chunk) => ({
      queue: 'settlement' as const,
      name: 'test.chunk',
      payload: { chunk },
    }));
    const events = Array.from({ length: 200 }, (_, n) => ({ type: 'test.told', key: String(n), payload: { n } }));
    await test.db.transaction(async (tx) => {
      await one.enqueueAll(tx, chunks, command);
      await one.emitAll(tx, events, command);
    });
    await quiet(test);
    expect(worked.sort((a, b) => a - b)).toEqual(chunks.map((_, index) => index));
    expect(heard.sort((a, b) => a - b)).toEqual(events.map((_, index) => index));
  });

  it('sends again what the queue forgot', async () => {
    const jobs = engine();
    let worked = 0;
    jobs.handle('test.forgotten', async () => void (worked += 1));
    await jobs.start(['events']);
    await test.db.transaction((tx) =>
      jobs.enqueue(tx, { queue: 'imports', name: 'test.forgotten', payload: null }, command),
    );
    await until(async () => (await test.db.query('SELECT FROM jobs.outbox WHERE sent_as IS NOT NULL')).length === 1);
    // Noted as sent a moment before it is handed over.
    await pause(500);
    await store.forget(test);
    const worker = engine();
    worker.handle('test.forgotten', async () => void (worked += 1));
    await worker.start(['imports']);
    await quiet(test);
    expect(worked).toBe(1);
  });

  it('sends again what a relay took and died with before it reached the queue', async () => {
    const jobs = engine();
    let worked = 0;
    jobs.handle('test.taken', async () => void (worked += 1));
    await test.db.transaction((tx) => jobs.enqueue(tx, { queue: 'tax', name: 'test.taken', payload: null }, command));
    await test.db.query(`UPDATE jobs.outbox SET sent_at = now() - interval '1 minute', sends = 1`);
    await jobs.start(['tax']);
    await quiet(test);
    expect(worked).toBe(1);
  });

  it('goes on after the database ended every connection', async () => {
    const jobs = engine();
    const worked: string[] = [];
    jobs.handle('test.after', async ({ runId }) => void worked.push(runId));
    await jobs.start(['tax', 'events']);
    await asDba(
      test,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = 'linggong_app'`,
    );
    await pause(100);
    const id = await test.db.transaction((tx) =>
      jobs.enqueue(tx, { queue: 'tax', name: 'test.after', payload: null }, command),
    );
    await quiet(test);
    expect(worked).toEqual([id]);
  }, 30_000);

  it('repeats after a fault, later', async () => {
    const jobs = engine();
    const attempts: number[] = [];
    jobs.handle('test.fault', async ({ attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw new Error('away');
    });
    await jobs.start(['imports']);
    await test.db.transaction((tx) =>
      jobs.enqueue(tx, { queue: 'imports', name: 'test.fault', payload: null }, command),
    );
    await quiet(test);
    expect(attempts).toEqual([1, 2]);
  });

  it('gives the run of a process killed with -9 to another within seconds', async () => {
    const { child, said } = await startVictim(test.url, store.options.redisUrl);
    const jobs = engine();
    const attempts: number[] = [];
    jobs.handle('test.victim', async ({ attempt }) => void attempts.push(attempt));
    const id = await test.db.transaction((tx) =>
      jobs.enqueue(tx, { queue: 'payments', name: 'test.victim', payload: null }, command),
    );
    await said('working');
    expect(await jobs.run(id)).toMatchObject({ state: 'running', attempt: 1 });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killedAt = performance.now();
    await jobs.start(['payments']);
    await quiet(test);
    expect(attempts).toEqual([2]);
    expect(await jobs.run(id)).toMatchObject({ state: 'done', attempt: 2 });
    expect(performance.now() - killedAt).toBeLessThan(10_000);
  }, 30_000);

  it('ticks repeated schedules again and again, and lets no tick overlap the last', async () => {
    await test.db.query('UPDATE jobs.ticks SET next_at = now()');
    const jobs = engine();
    let [ticks, atOnce, most] = [0, 0, 0];
    jobs.handle('channels.poll', async () => {
      most = Math.max(most, (atOnce += 1));
      await pause(200);
      atOnce -= 1;
      ticks += 1;
    });
    await jobs.start(['payments']);
    for (let wanted = 1; wanted <= 3; wanted += 1) {
      await until(async () => ticks >= wanted);
      // Sooner than the rule says, so that the test need not wait: as if five seconds had passed.
      for (let hurry = 0; hurry < 3; hurry += 1) {
        await test.db.query('UPDATE jobs.ticks SET next_at = now()');
        await pause(60);
      }
    }
    expect(most).toBe(1);
    expect(await test.db.query(`SELECT FROM jobs.runs WHERE name = 'channels.poll'`)).toEqual([]);
  }, 20_000);

  it('works on each tick once, however many workers there are', async () => {
    // The product's time stands still, so that nothing is due but what the test makes due.
    const clock = { now: () => new Date('2026-11-22T03:00:00Z') };
    await test.db.query('DELETE FROM jobs.outbox');
    let ticks = 0;
    for (let worker = 0; worker < 2; worker += 1) {
      const jobs = engine({ clock });
      jobs.handle('channels.poll', async () => void (ticks += 1));
      jobs.handle('audit.prepare', async () => undefined);
      await jobs.start(['payments', 'maintenance']);
    }
    const daily = () => test.db.query(`SELECT FROM jobs.runs WHERE name = 'audit.prepare' AND state = 'done'`);
    const due = `INSERT INTO jobs.ticks (name, next_at) VALUES ('channels.poll', $1), ('audit.prepare', $1)
      ON CONFLICT (name) DO UPDATE SET next_at = EXCLUDED.next_at`;
    for (let wanted = 1; wanted <= 4; wanted += 1) {
      await test.db.query(due, [clock.now()]);
      await until(async () => ticks >= wanted && (await daily()).length >= wanted);
      await quiet(test);
      await pause(250);
      expect([ticks, (await daily()).length]).toEqual([wanted, wanted]);
    }
  }, 30_000);
});

/** Nothing left to carry: every run is done and every event heard. */
async function quiet(test: TestDatabase): Promise<void> {
  await until(async () => (await test.db.query('SELECT FROM jobs.outbox')).length === 0);
}

async function until(met: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    if (await met()) return;
    await pause(50);
  }
  throw new Error('waited 15 seconds in vain');
}

async function asDba(test: TestDatabase, statement: string): Promise<void> {
  const dba = new Client({ connectionString: test.superuserUrl });
  await dba.connect();
  await dba.query(statement);
  await dba.end();
}

async function emptyPostgres(test: TestDatabase): Promise<void> {
  await test.db.query('DELETE FROM bullmq.job');
}

async function openRedis(): Promise<Store> {
  const servers = await startRedis();
  const [port = 0] = servers.ports;
  return {
    options: { redisUrl: servers.url },
    forget: async () => void (await servers.ask(port, 'FLUSHALL')),
    stop: servers.stop,
  };
}

/** A worker process that takes `test.victim` and never ends it. It runs the built package, as a real worker does. */
async function startVictim(
  url: string,
  redisUrl: string | undefined,
): Promise<{ child: ChildProcess; said: (word: string) => Promise<void> }> {
  const script = `
    const { createJobs } = require('@linggong/jobs');
    const jobs = createJobs({ connectionString: ${JSON.stringify(url)}, redisUrl: ${JSON.stringify(redisUrl)} });
    jobs.handle('test.victim', () => { process.stdout.write('working\\n'); return new Promise(() => undefined); });
    jobs.start(['payments']).then(() => process.stdout.write('started\\n'));`;
  const child = spawn(process.execPath, ['-e', script], { cwd: path.resolve(__dirname, '../../../..') });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const said = (word: string): Promise<void> =>
    until(async () => output.includes(word)).catch(() => {
      throw new Error(`the worker never said ${word}: ${output}`);
    });
  await said('started');
  return { child, said };
}
