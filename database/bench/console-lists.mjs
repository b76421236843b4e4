// The lists of the console at a million orders with everything that paying leaves behind: how long the rows of a first page take, as the
// console asks for them (they wait for no totals that take long), and how long count and sums then take.   BENCH_ROWS=1000000 BENCH_TIMES=20
import path from 'node:path';
import { grouped, row } from './row.mjs';
import { firstMessage, here, onScratchPlatform, say, start } from './scratch-platform.mjs';
import { seedNames } from './seed-million.mjs';
import { seedOrders } from './seed-orders.mjs';

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const TIMES = Number(process.env.BENCH_TIMES ?? 20);
const LIST_MAX_MS = 200;
const ms = (figure) => `${figure.toFixed(0)} ms`;

/** Who opens which list, narrowed by what; each in the order in which the console shows it. */
const lists = [
  ['operator', 'orders', {}],
  ['operator', 'orders', { state: 'failed' }],
  ['operator', 'orders', { state: 'paying' }],
  // None of a million is in this state, or of this day; a day of the month in which all of them stand is found by looking at each.
  ['operator', 'orders', { state: 'cancelled' }],
  ['operator', 'orders', { taxDay: '2025-01-15' }],
  ['operator', 'workers', {}],
  ['operator', 'workers', { state: 'suspended' }],
  ['operator', 'settlement-batches', {}],
  ['enterprise', 'orders', {}],
  ['tax-officer', 'tax-records', {}],
  ['finance-officer', 'ledger-transactions', {}],
  ['finance-officer', 'ledger-postings', {}],
  // All books are of another enterprise: a list without rows takes longest where others' have to be looked through.
  ['enterprise', 'ledger-transactions', {}],
  ['enterprise', 'ledger-postings', {}],
];

const at = (figures, share) => [...figures].sort((one, other) => one - other)[Math.ceil(figures.length * share) - 1];

async function timed(read) {
  const begun = performance.now();
  await read();
  return performance.now() - begun;
}

async function measureList({ base, tokens }, [role, list, filter]) {
  const read = async (address) => {
    const answer = await fetch(`${base}${address}`, { headers: { authorization: `Bearer ${tokens[role]}` } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${role} ${address}: ${text.slice(0, 500)}`);
  };
  const narrowed = JSON.stringify(filter);
  const page = new URLSearchParams({ filter: narrowed, range: '[0,24]', sort: '["id","DESC"]', totals: 'soon' });
  const totals = new URLSearchParams({ lists: JSON.stringify([{ list, filter }]) });
  const first = await timed(() => read(`/api/console/${list}?${page}`));
  const all = [];
  for (let time = 0; time < TIMES; time += 1) all.push(await timed(() => read(`/api/console/${list}?${page}`)));
  const counted = await timed(() => read(`/api/v1/me/totals?${totals}`));
  const p95 = at(all, 0.95);
  say(`${list} ${narrowed} for ${role}: first ${ms(first)}, p50 ${ms(at(all, 0.5))}; totals ${ms(counted)}`);
  const name = `console, ${list} ${narrowed} for ${role} at ${grouped(ROWS)} orders, p95`;
  row(name, ms(p95), ms(LIST_MAX_MS), p95 <= LIST_MAX_MS);
}

await onScratchPlatform(async ({ server, environment }) => {
  say(`seeding ${grouped(ROWS)} orders with their tax and their books, and ${grouped(ROWS)} workers`);
  await seedOrders(server, ROWS);
  await seedNames(server, ROWS);
  const serving = start(path.join(here, 'serve-dashboards.mjs'), environment('web', 'linggong_app'));
  const ended = new Promise((resolve) => serving.once('exit', resolve));
  try {
    const platform = await firstMessage(serving);
    for (const list of lists) await measureList(platform, list);
  } finally {
    serving.kill('SIGTERM');
    await ended;
  }
});
