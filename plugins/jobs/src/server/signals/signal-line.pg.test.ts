import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { Client } from 'pg';
import { createJobs, type JobsEngine } from '../jobs-engine';

let test: TestDatabase;
let web: JobsEngine;
let worker: JobsEngine;
let db: Database;
beforeAll(async () => {
  test = await testDatabase({ only: ['plugins/jobs'] });
  db = createDatabase({ connectionString: test.url, max: 2 });
  web = createJobs({ connectionString: test.url });
  worker = createJobs({ connectionString: test.url });
});
afterAll(async () => {
  await worker.stop();
  await web.stop();
  await db.close();
  await test.drop();
});

const command: Command = {
  actor: { kind: 'account', name: 'enterprise#7', role: 'enterprise', accountId: 7, enterpriseId: 3 },
  at: new Date('2026-11-22T02:00:00Z'),
  traceId: 'signal-line',
};

async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !isSo(); round += 1) await wait(20);
  expect(isSo()).toBe(true);
}

it('hears in one process how far a run of another is, by the numbers of whose it is alone', async () => {
  const told: (string | undefined)[] = [];
  const unhear = web.signals.hear((signal) => told.push(signal));
  await until(() => told.includes(undefined));
  worker.handle('test.steps', async ({ progress }) => {
    await progress({ stage: 'read', done: 1, total: 2 });
  });
  await worker.enqueue(db, { queue: 'settlement', name: 'test.steps', payload: {} }, command);
  await worker.drain();
  await until(() => told.length >= 4);
  // Begun, one step, done.
  expect(told.slice(1)).toEqual(['run:7:3:', 'run:7:3:', 'run:7:3:']);
  unhear();
});

it('is silent after a rollback', async () => {
  const told: (string | undefined)[] = [];
  const unhear = web.signals.hear((signal) => told.push(signal));
  await until(() => told.length === 1);
  const undone = db.transaction(async (tx) => {
    await tx.query('UPDATE jobs.runs SET done = done + 1');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await db.query('UPDATE jobs.runs SET done = done + 1');
  await until(() => told.length === 2);
  unhear();
});

const isLine = `application_name = 'linggong-signals' AND datname = current_database()`;
const lines = async (): Promise<number> =>
  (await db.one<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${isLine}`)).n;

it('holds one connection while somebody hears, makes it anew where it is lost, and none when nobody does', async () => {
  const told: (string | undefined)[] = [];
  const stops = [1, 2, 3].map(() => web.signals.hear((signal) => told.push(signal)));
  await until(() => told.length >= 3);
  expect(await lines()).toBe(1);
  const superuser = new Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await superuser.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${isLine}`);
  await superuser.end();
  await until(() => told.length >= 6);
  expect(await lines()).toBe(1);
  stops.forEach((stop) => stop());
  for (let round = 0; round < 100 && (await lines()) > 0; round += 1) await wait(20);
  expect([await lines(), web.signals.connections()]).toEqual([0, 0]);
});
