import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { systemCommand } from '@linggong/core';
import { createJobs, type JobsEngine } from './jobs-engine';

const command = systemCommand('test', new Date(), 'trace-lost');

/** The server is away for longer than a job needs to fail: neither its end nor its next try can be written down. */
describe('a database that goes away in the middle of a job, and comes back', () => {
  let test: TestDatabase;
  let dba: Client;
  let jobs: JobsEngine;
  let name: string;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
    name = new URL(test.superuserUrl).pathname.slice(1);
    dba = new Client({ connectionString: test.superuserUrl.replace(/\/[^/]*$/, '/postgres') });
    await dba.connect();
    jobs = createJobs({ connectionString: test.url });
  });
  afterAll(async () => {
    await jobs.stop();
    await dba.end();
    await test.drop();
  });

  async function goAway(): Promise<void> {
    await dba.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await dba.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  }

  it('is worked on again by the process that lived through it', async () => {
    const attempts: number[] = [];
    jobs.handle('test.cut-off', async ({ attempt }) => {
      attempts.push(attempt);
      if (attempt > 1) return;
      await goAway();
      throw new Error('the connection is gone');
    });
    await jobs.start(['tax']);
    const id = await test.db.transaction((tx) =>
      jobs.enqueue(tx, { queue: 'tax', name: 'test.cut-off', payload: null }, command),
    );
    while (attempts.length === 0) await pause(20);
    await pause(1_500);
    await dba.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    const end = performance.now() + 60_000;
    while ((await jobs.run(id))?.state !== 'done' && performance.now() < end) await pause(100);
    expect(await jobs.run(id)).toMatchObject({ state: 'done', attempt: 2 });
    expect(attempts).toEqual([1, 2]);
  }, 90_000);
});
