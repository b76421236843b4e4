// Reading at a million: a page of orders against Strapi's own content API, and the exact search of a worker. Server, platform
// and load generator are processes of their own.   BENCH_ROWS=1000000
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { diskPace, waitedForDisk } from './disk.mjs';
import { grouped, row } from './row.mjs';
import { firstMessage, here, onScratchPlatform, say, start } from './scratch-platform.mjs';
import { ENTERPRISES, months, seedMillion } from './seed-million.mjs';

const require = createRequire(import.meta.url);
const { Client } = require('pg');

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);
const TIMES_MIN = 5;
const LIST_P99_MAX_MS = 100;
const SEARCH_P99_MAX_MS = 30;
const SEARCHES_PER_SECOND = 50;
const WARM_UP_SECONDS = 3;
const CONNECTIONS = 10;

/** Pages that people look at: every enterprise, every month, in a fixed but well mixed order. */
const views = Array.from({ length: 240 }, (_, index) => ({
  enterpriseId: ((index * 37) % ENTERPRISES) + 1,
  month: months[(index * 7) % months.length],
}));

function generate(script, order) {
  const child = fork(path.join(here, script), [], { stdio: ['ignore', 2, 2, 'ipc'] });
  child.send(order);
  return firstMessage(child);
}

function demandAnswers(name, { non2xx, errors, timeouts, answered }) {
  if (non2xx + errors + timeouts > 0 || answered === 0) {
    throw new Error(`${name}: ${answered} answered, ${non2xx} refused, ${errors} errors, ${timeouts} timeouts`);
  }
}

const ours = ({ enterpriseId, month }) => `/api/v1/orders?enterpriseId=${enterpriseId}&month=${month}&limit=25`;

function strapis({ enterpriseId, month }) {
  const [year, number] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  const query = new URLSearchParams({
    'filters[enterprise][id][$eq]': enterpriseId,
    'filters[taxDay][$gte]': `${month}-01`,
    'filters[taxDay][$lt]': next,
    sort: 'id:desc',
    'pagination[pageSize]': 25,
  });
  return `/api/v1/bench-orders?${query}`;
}

async function demandSamePage({ base, token }, view) {
  const read = async (address) => {
    const answer = await fetch(`${base}${address}`, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
    return answer.json();
  };
  const mine = (await read(ours(view))).items.map(({ id }) => id);
  const theirs = (await read(strapis(view))).data.map(({ id }) => id);
  if (mine.length !== Math.min(25, Math.floor(ROWS / ENTERPRISES / months.length)) || mine.join() !== theirs.join())
    throw new Error(`two answers for one page: ${mine} and ${theirs}`);
}

async function measureLists({ base, token }) {
  const headers = { authorization: `Bearer ${token}` };
  const run = (address) =>
    generate('load.mjs', {
      url: base,
      connections: CONNECTIONS,
      duration: SECONDS,
      requests: views.map((view) => ({ path: address(view), headers })),
    });
  await run(ours);
  const own = await run(ours);
  const strapi = await run(strapis);
  demandAnswers('orders', own);
  demandAnswers('content API', strapi);
  const times = own.rate / strapi.rate;
  say(
    `orders ${own.rate.toFixed(0)} / s, p50 ${own.p50} ms; content API ${strapi.rate.toFixed(0)} / s, p99 ${strapi.p99} ms`,
  );
  const name = `page of 25 of ${grouped(ROWS)} orders, by enterprise and month, 10 connections`;
  row(`${name}, against Strapi's content API`, `${times.toFixed(1)} ×`, `${TIMES_MIN} ×`, times >= TIMES_MIN);
  row(`${name}, p99`, `${own.p99} ms`, `${LIST_P99_MAX_MS} ms`, own.p99 < LIST_P99_MAX_MS);
}

async function measureSearch(client, { base, token, identityNumbers }) {
  const audited = async () =>
    Number((await client.query(`SELECT count(*) FROM audit.entries WHERE action = 'worker.search'`)).rows[0].count);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const requests = identityNumbers.map((identityNumber) => ({
    method: 'POST',
    path: '/api/v1/workers/search',
    headers,
    body: JSON.stringify({ identityNumber }),
  }));
  const first = await fetch(`${base}${requests[0].path}`, requests[0]);
  const { items } = await first.json();
  if (items?.length !== 1 || JSON.stringify(items).includes(identityNumbers[0]))
    throw new Error('no masked worker was found');
  const run = (seconds) => generate('pace.mjs', { url: base, requests, perSecond: SEARCHES_PER_SECOND, seconds });
  await run(WARM_UP_SECONDS);
  const before = await audited();
  // This process does nothing meanwhile: where it is late, the machine stood still.
  const stillness = monitorEventLoopDelay({ resolution: 5 });
  stillness.enable();
  const waitedBefore = await waitedForDisk();
  const search = await run(SECONDS * 2);
  stillness.disable();
  const waited = (await waitedForDisk()) - waitedBefore;
  if (search.refused > 0) throw new Error(`search: ${search.answered} answered, ${search.refused} refused`);
  const rows = (await audited()) - before;
  if (rows < search.answered) throw new Error(`${search.answered} searches left ${rows} audit rows`);
  const disk = await diskPace(SECONDS, SEARCHES_PER_SECOND);
  const late = Math.round(stillness.max / 1e6);
  say(`an idle process beside was late by at most ${late} ms; all waited for the disk for ${waited.toFixed(0)} ms`);
  say(`the disk alone, a page at a time, ${SEARCHES_PER_SECOND} / s: p99 ${disk.p99} ms, longest ${disk.max} ms`);
  say(`search p50 ${search.p50} ms, longest ${search.max} ms; ${rows} audit rows for ${search.answered} searches`);
  row(
    `exact search of a worker among ${grouped(ROWS)}, masked and audited, ${SEARCHES_PER_SECOND} / s, p99`,
    `${search.p99} ms`,
    `${SEARCH_P99_MAX_MS} ms`,
    search.p99 < SEARCH_P99_MAX_MS,
  );
}

/** Shows which indexes answer; the oldest month is the one that a scan from the newest order would pay for. */
async function explain(client) {
  const { orderPageOf } = require('../../plugins/settlement/dist/server/read/order-page.js');
  let rows = [];
  const explained = {
    query: async (sql, values) => {
      ({ rows } = await client.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${sql}`, values));
      return [];
    },
  };
  await orderPageOf(explained, { kind: 'all' }, { enterpriseId: 50, month: months[0], limit: 25 });
  const used = rows.map((line) => line['QUERY PLAN']).filter((line) => /Index|Seq|Sort|Execution/.test(line));
  for (const line of used) say(line.trim());
}

await onScratchPlatform(async ({ server, environment }) => {
  say(`seeding ${grouped(ROWS)} workers and orders`);
  await seedMillion(server, ROWS);
  const client = new Client({ connectionString: server.superuserUrl('linggong') });
  await client.connect();
  const serving = start(path.join(here, 'serve-lists.mjs'), environment('web', 'linggong_app'));
  try {
    const served = await firstMessage(serving);
    await explain(client);
    for (const view of views.slice(0, 12)) await demandSamePage(served, view);
    await measureLists(served);
    await measureSearch(client, served);
  } finally {
    await client.end();
    serving.kill('SIGTERM');
  }
});
