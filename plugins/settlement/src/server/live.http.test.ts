import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { vaultOf } from '@linggong/vault';
import { person, registerPeople } from './people.fixture';
import { csv, newEnterprise, newTask, rowOf } from './settlement.fixture';

/** Live progress of a batch (console: "live progress by stage with counts") over a real connection of the booted platform. */
let app: BootedStrapi;
let origin: string;
let batchId: number;
const tokens = new Map<string, string>();
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;

beforeAll(async () => {
  app = await bootStrapi();
  const { httpServer } = app.strapi.server;
  await new Promise<void>((resolve) => void httpServer.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  const db = databaseOf(app.strapi);
  const payee = person(0);
  const workerIds = await registerPeople(db, vaultOf(app.strapi), [payee]);
  const enterpriseId = await newEnterprise(db, command, 'E-1');
  await newTask(db, enterpriseId, 'TK-A', workerIds, 100_000_000n);
  tokens.set('own', await app.token('enterprise', { enterpriseId }));
  tokens.set('other', await app.token('enterprise', { enterpriseId: await newEnterprise(db, command, 'E-2') }));
  tokens.set('operator', await app.token('operator'));
  tokens.set('config', await app.token('config-operator'));
  const upload = await app.http
    .post('/api/v1/settlement-batches')
    .set('Authorization', `Bearer ${tokens.get('own') ?? ''}`)
    .attach('file', Buffer.from(csv([rowOf(payee, 'TK-A', '1200.00')])), { filename: '发放.csv' })
    .expect(202);
  batchId = upload.body.batch.id;
}, 240_000);
afterAll(async () => {
  app?.strapi.server.httpServer.closeAllConnections();
  await app?.stop();
});

interface Told {
  readonly name: string;
  readonly data: {
    state?: string;
    quoteVersion?: number;
    stages?: { stage: string; state: string; done: number }[];
    reason?: string;
  };
}

interface Watched {
  readonly status: number;
  readonly type: string | null;
  readonly events: Told[];
  readonly ended: Promise<void>;
  leave(): void;
}

async function watch(path: string, who: string | undefined, method = 'GET'): Promise<Watched> {
  const stop = new AbortController();
  const headers = who === undefined ? {} : { authorization: `Bearer ${tokens.get(who) ?? ''}` };
  const response = await fetch(`${origin}${path}`, { method, headers, signal: stop.signal });
  const events: Told[] = [];
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + piece).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, name = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        if (name !== '') events.push({ name, data: JSON.parse(data) });
      }
    }
  };
  const ended = read().catch(() => undefined);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    events,
    ended,
    leave: () => stop.abort(),
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 300 && !(await isSo()); round += 1) await wait(20);
  expect(await isSo()).toBe(true);
}

const path = (): string => `/api/v1/settlement-batches/${batchId}/events`;
const open = (): number => app.strapi.plugin('access').service('live-streams').count();

/** Moves the batch as a worker does, in a process of its own. */
async function workElsewhere(sql: string): Promise<void> {
  const script = `const { Client } = require('pg'); (async () => { const c = new Client({ connectionString: process.env.URL });
    await c.connect(); await c.query(process.env.SQL); await c.end(); })()`;
  await promisify(execFile)(process.execPath, ['-e', script], {
    env: { ...process.env, URL: app.database.url, SQL: sql },
  });
}

it('tells the whole progress first, then what another process works, to the quote', async () => {
  const stream = await watch(path(), 'own');
  expect([stream.status, stream.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
  await until(() => stream.events.length === 1);
  expect(stream.events[0]).toMatchObject({ name: 'progress', data: { state: 'uploaded', quoteVersion: 0 } });
  await workElsewhere(
    `UPDATE public.settlement_batches SET stage = 'match', stage_done = 1, stage_total = 9 WHERE id = ${batchId}`,
  );
  await until(() => stream.events.length === 2);
  const match = stream.events[1]?.data.stages?.find(({ stage }) => stage === 'match');
  expect(match).toMatchObject({ state: 'running', done: 1, total: 9 });
  await jobsOf(app.strapi).drain();
  await until(() => stream.events.at(-1)?.data.state === 'quoted');
  expect(stream.events.at(-1)?.data.quoteVersion).toBe(1);
  stream.leave();
  await until(() => open() === 0);
});

it('is for whoever may read that batch, and never by a token in the address (R9.5)', async () => {
  expect((await watch(path(), undefined)).status).toBe(401);
  expect((await watch(path(), 'config')).status).toBe(403);
  expect((await watch(path(), 'other')).status).toBe(404);
  expect((await watch(`${path()}?token=${tokens.get('own') ?? ''}`, undefined)).status).toBe(401);
  expect(open()).toBe(0);
});

it('ends with the session', async () => {
  const stream = await watch(path(), 'operator');
  await until(() => stream.events.length === 1);
  const out = { method: 'POST', headers: { authorization: `Bearer ${tokens.get('operator') ?? ''}` } };
  expect((await fetch(`${origin}/api/auth/sign-out`, out)).ok).toBe(true);
  await workElsewhere(`UPDATE public.settlement_batches SET stage_done = stage_done + 1 WHERE id = ${batchId}`);
  await stream.ended;
  expect(stream.events.map(({ name, data }) => data.reason ?? name)).toEqual(['progress', 'session']);
});

it('holds nothing for a HEAD, for who has left, and for too many', async () => {
  expect((await watch(path(), 'own', 'HEAD')).status).toBe(200);
  expect(open()).toBe(0);
  const streams = await Promise.all(Array.from({ length: 9 }, () => watch(path(), 'own')));
  expect(streams.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 503]);
  streams.forEach(({ leave }) => leave());
  await until(() => open() === 0);
  const lines = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'linggong-signals' AND datname = current_database()`;
  await until(async () => (await databaseOf(app.strapi).one<{ n: number }>(lines)).n === 0);
});

it('tells of running jobs until none runs, each to whom it belongs', async () => {
  const runs = `INSERT INTO jobs.runs (id, queue, name, state, process, payload, actor, trace_id, attempts, created_at, started_at)
    VALUES (gen_random_uuid(), 'settlement', 'settlement.check', 'running', 1, '{}', ('{"kind":"account","enterpriseId":' ||
      (SELECT enterprise_id FROM public.settlement_batches WHERE id = ${batchId}) || '}')::jsonb, 'live', 3, now(), now())`;
  await workElsewhere(runs);
  const [own, other] = await Promise.all([watch('/api/v1/jobs/events', 'own'), watch('/api/v1/jobs/events', 'other')]);
  await other.ended;
  expect(other.events).toEqual([
    { name: 'progress', data: { items: [] } },
    { name: 'end', data: { reason: 'done' } },
  ]);
  await until(() => own.events.length === 1);
  await workElsewhere(`UPDATE jobs.runs SET stage = 'check', done = 3, total = 9 WHERE trace_id = 'live'`);
  await until(() => own.events.length === 2);
  expect(own.events[1]?.data).toMatchObject({
    items: [{ name: 'settlement.check', stage: 'check', done: 3, total: 9 }],
  });
  await workElsewhere(
    `UPDATE jobs.runs SET state = 'done', process = NULL, finished_at = now() WHERE trace_id = 'live'`,
  );
  await own.ended;
  expect(own.events.at(-1)).toEqual({ name: 'end', data: { reason: 'done' } });
});
