import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { jobsOf } from '@linggong/jobs';
import { clockOf } from '@linggong/core';
import { addMonths, monthOf, shanghaiDay, startOfDay } from '@linggong/core/domain';
import { openApi } from '../demo/api-client';
import { acceptWork, publishTask } from '../demo/do-tasks';
import { findWorkers } from '../demo/find-workers';
import { onboardEnterprises } from '../demo/onboard-enterprises';
import { registerWorkers } from '../demo/register-workers';
import { deposit, payoutHeader, payoutRow } from '../demo/settle-month';
import { sheetText } from '../demo/sheet';
import { signWithWorkers } from '../demo/sign-contracts';
import type { DemoStage } from '../demo/stage';
import { companies } from '../demo/synthetic/companies';
import { people } from '../demo/synthetic/people';
import { createRandom } from '../demo/synthetic/random';
import { freePort } from '../embedded/free-port';
import { repositoryRoot } from '../repository';
import { bootStrapi, startRedis, type BootedStrapi, type RedisServers } from '../testing';
import { until } from './started.fixture';

const workersPaid = 12;

interface Batch {
  readonly id: number;
  readonly state: string;
  readonly quote: { version: number } | null;
}

/** Web and worker apart, two of each, on one database and one Redis: as a deployment on several machines. */
describe('two web and two worker processes', () => {
  let booted: BootedStrapi;
  let redis: RedisServers;
  let web: readonly number[];
  let health: readonly number[];
  let processes: ChildProcess[] = [];
  let said = '';
  let sheet: string;
  let enterpriseId: number;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    booted = await bootStrapi();
    await prepare();
    redis = await startRedis();
    web = [await freePort(), await freePort()];
    health = [await freePort(), await freePort()];
    processes = [
      ...web.map((port) => start({ LINGGONG_ROLE: 'web', PORT: String(port) })),
      ...health.map((port) => start({ LINGGONG_ROLE: 'worker', LINGGONG_HEALTH_PORT: String(port) })),
    ];
    const alive = (port: number): Promise<boolean> =>
      fetch(`http://127.0.0.1:${port}/_health`).then(
        ({ status }) => status === 204,
        () => false,
      );
    for (const port of [...web, ...health]) await until(`port ${port} answers`, () => alive(port));
  }, 600_000);
  afterAll(async () => {
    const ended = processes.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    processes.forEach((child) => child.kill('SIGTERM'));
    await Promise.all(ended);
    await redis.stop();
    await booted.stop();
  });

  /** An enterprise, its people, contracts, accepted work and money, by the API and in this process. */
  async function prepare(): Promise<void> {
    const app = booted.strapi;
    const clock = clockOf(app);
    const today = shanghaiDay(clock.now());
    const month = monthOf(today);
    const from = addMonths(month, -2);
    const api = await openApi(app);
    const moveTo: DemoStage['moveTo'] = (day, hour) =>
      clock.moveTo(new Date(startOfDay(day).getTime() + hour * 3_600_000));
    const stage = { app, api, random: createRandom(7), today, moveTo, backToNow: () => clock.moveTo(undefined) };
    stage.moveTo(`${from}-06`, 10);
    const [enterprise] = await onboardEnterprises(
      stage,
      companies.slice(0, 1),
      `${from}-01`,
      `${addMonths(from, 12)}-28`,
    );
    if (!enterprise) throw new Error('no enterprise');
    const made = people(stage.random, workersPaid);
    await registerWorkers(app, api, made);
    const workers = await findWorkers(api, made);
    const terms = { validFrom: `${from}-01`, validTo: `${addMonths(from, 12)}-28` };
    const scenarios = [enterprise.scenario];
    await signWithWorkers(app, api, workers, {
      ...{ template: 'worker-service', enterpriseId: enterprise.id, scenarios },
      ...terms,
    });
    await signWithWorkers(app, api, workers, { template: 'tax-agency', ...terms });
    stage.backToNow();
    const work = workers.map((worker, index) => ({ worker, fen: 50_000 + index }));
    const task = await publishTask(api, enterprise, month, work);
    await acceptWork(api, enterprise, task, () => true);
    await deposit(api, enterprise, 5_000_000, 'processes-1');
    await jobsOf(app).drain();
    sheet = sheetText(
      payoutHeader,
      work.map((done) => payoutRow(task, done, 'processes')),
    );
    enterpriseId = enterprise.id;
    tokens.set('enterprise', await booted.token('enterprise', { enterpriseId }));
    tokens.set('finance-approver', await booted.token('finance-approver'));
    await api.close();
  }

  /** With the environment of this run's booted app, but for what tells the processes apart. */
  function start(own: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, [path.join(repositoryRoot, 'cms/dist/src/serve.js')], {
      env: { ...process.env, NODE_ENV: 'production', REDIS_URL: redis.url, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    return child;
  }

  let calls = 0;

  /** Each call goes to the other web process than the last. */
  async function call<A>(role: string, method: string, address: string, body?: FormData | object): Promise<A> {
    const port = web[calls++ % 2];
    const form = body instanceof FormData;
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${address}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens.get(role)}`,
        ...(body && !form && { 'content-type': 'application/json' }),
      },
      ...(body && { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}\n${said}`);
    return JSON.parse(text) as A;
  }

  it('take a batch from its sheet to the last payment, whoever is asked and whoever works', async () => {
    const form = new FormData();
    form.append('file', new Blob([sheet], { type: 'text/csv' }), 'processes.csv');
    const address = `/settlement-batches?enterpriseId=${enterpriseId}`;
    const uploaded = await call<{ batch: Batch }>('enterprise', 'POST', address, form);
    const at = `/settlement-batches/${uploaded.batch.id}`;
    let batch = uploaded.batch;
    const reached = (...states: string[]) =>
      until(`the batch is ${states.join(' or ')}`, async () => {
        batch = await call<Batch>('enterprise', 'GET', at);
        return states.includes(batch.state);
      });
    await reached('quoted');
    await call('enterprise', 'POST', `${at}/confirm`, { quoteVersion: batch.quote?.version ?? 0 });
    await reached('confirmed', 'released', 'paying', 'completed');
    if (batch.state === 'confirmed') await call('finance-approver', 'POST', `${at}/release`).catch(() => undefined);
    await reached('completed');
    const { db } = booted.database;
    expect(await db.query('SELECT state, count(*)::int AS orders FROM public.orders GROUP BY 1')).toEqual([
      { state: 'paid', orders: workersPaid },
    ]);
    // This process had its part before, and is none of them.
    const working = await db.query<{ pid: number }>('SELECT pid FROM jobs.processes WHERE pid <> $1 ORDER BY pid', [
      process.pid,
    ]);
    const workers = processes.slice(2).map(({ pid }) => pid);
    expect(working.map(({ pid }) => pid)).toEqual(workers.sort((a = 0, b = 0) => a - b));
    // Carried by Redis: PostgreSQL's queues were never asked.
    expect(await db.query('SELECT FROM bullmq.job')).toEqual([]);
  }, 300_000);

  it('leave a worker without the doors of a web process', async () => {
    const [port] = health;
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`)).status).toBe(404);
    // Nobody founded this platform: it has no administrators.
    expect((await fetch(`http://127.0.0.1:${port}/_ready`)).status).toBe(503);
  });
});
