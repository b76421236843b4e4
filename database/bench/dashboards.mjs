// The figures of the dashboards at a million orders: what each board asks, as it is kept, beside the same figures computed anew; and
// what keeping them costs a change of ten thousand orders.   BENCH_ROWS=1000000 BENCH_TIMES=40
import { createRequire } from 'node:module';
import path from 'node:path';
import { grouped, row } from './row.mjs';
import { firstMessage, here, onScratchPlatform, say, start } from './scratch-platform.mjs';
import { seedMillion } from './seed-million.mjs';

const require = createRequire(import.meta.url);
const { Client } = require('pg');

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const TIMES = Number(process.env.BENCH_TIMES ?? 40);
const FIGURES_MAX_MS = 200;
const CHANGED = 10_000;
const ms = (figure) => `${figure.toFixed(figure < 10 ? 1 : 0)} ms`;

/** What the boards ask, and who asks it. */
const boards = [
  ['institution-manager', '/api/v1/figures/live'],
  ['regulator', '/api/v1/figures/regulator?from=2025-12&to=2026-11'],
  ['finance-officer', '/api/v1/figures/finance'],
  ['operator', '/api/v1/figures/operations'],
  ['enterprise', '/api/v1/figures/own-months'],
  ['worker', '/api/v1/figures/own-months'],
  ['operator', '/api/v1/me/waiting'],
  ['finance-officer', '/api/v1/me/waiting'],
  ['tax-officer', '/api/v1/me/waiting'],
  ['risk-officer', '/api/v1/me/waiting'],
  ['enterprise', '/api/v1/me/waiting'],
  ['worker', '/api/v1/me/waiting'],
];

const at = (figures, share) => [...figures].sort((one, other) => one - other)[Math.ceil(figures.length * share) - 1];

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function measureBoard({ base, tokens }, [role, address]) {
  const headers = { authorization: `Bearer ${tokens[role]}` };
  const read = async () => {
    const answer = await fetch(`${base}${address}`, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${role} ${address}: ${text.slice(0, 500)}`);
  };
  const first = await timed(read);
  const all = [];
  for (let time = 0; time < TIMES; time += 1) all.push(await timed(read));
  const [p50, p95] = [at(all, 0.5), at(all, 0.95)];
  say(`${address} for ${role}: first ${ms(first)}, p50 ${ms(p50)}, p95 ${ms(p95)}`);
  row(`${address} for ${role} at ${grouped(ROWS)} orders, p95`, ms(p95), `${FIGURES_MAX_MS} ms`, p95 <= FIGURES_MAX_MS);
}

/** One board's sums as they are kept, and as the rows give them. */
async function measureAnew(client) {
  const kept = () =>
    client.query(`SELECT part, sum(count), sum(gross_fen), sum(net_fen) FROM core.kept_tallies
      WHERE tally = 'orders' AND enterprise_id = 0 GROUP BY part`);
  const anew = () => client.query("SELECT count(*) FROM core.told_tallies('public.orders')");
  const fast = at([await timed(kept), await timed(kept), await timed(kept)], 0.5);
  const slow = at([await timed(anew), await timed(anew), await timed(anew)], 0.5);
  row(
    `figures of ${grouped(ROWS)} orders, kept (${ms(fast)}) against computed anew (${ms(slow)})`,
    `${(slow / fast).toFixed(0)} ×`,
    'none of its own',
    true,
  );
  const { rows } = await client.query('SELECT tally, compared, differing FROM core.tally_differences(3)');
  const wrong = rows.filter(({ differing }) => Number(differing) > 0);
  if (wrong.length > 0) throw new Error(`kept figures differ: ${JSON.stringify(wrong)}`);
  say(`kept and computed anew are equal: ${rows.map(({ tally, compared }) => `${tally} ${compared}`).join(', ')}`);
}

/** The same change of many orders with the figures kept, and with the trigger of updates away; each is rolled back. */
async function measureKeeping(client) {
  const change = `UPDATE public.orders SET remark = 'x' || id WHERE id <= ${CHANGED}`;
  const moved = `UPDATE public.orders SET state = 'returned', returned_at = '2026-11-20' WHERE id <= ${CHANGED}`;
  const once = async (sql, trigger) => {
    await client.query('BEGIN');
    // Guards of money are not what is measured.
    await client.query('ALTER TABLE public.orders DISABLE TRIGGER USER');
    if (trigger) await client.query('ALTER TABLE public.orders ENABLE TRIGGER tallies_update');
    const took = await timed(() => client.query(sql));
    await client.query('ROLLBACK');
    return took;
  };
  for (const [what, sql] of [
    ['that touches no figure', change],
    ['of their state', moved],
  ]) {
    const [without, kept] = [[], []];
    for (let time = 0; time < 5; time += 1) {
      without.push(await once(sql, false));
      kept.push(await once(sql, true));
    }
    const [bare, full] = [at(without, 0.5), at(kept, 0.5)];
    const name = `a change ${what} of ${grouped(CHANGED)} orders, figures kept (${ms(full)}) against not (${ms(bare)})`;
    row(name, `${(full / bare).toFixed(2)} ×`, 'none of its own', true);
  }
}

async function explain(client) {
  const { rows } = await client.query(
    `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT part, sum(net_fen) FROM core.kept_tallies
      WHERE tally = 'orders' AND enterprise_id = 0 AND day >= '2026-10-01' GROUP BY part`,
  );
  for (const line of rows.map((each) => each['QUERY PLAN']).filter((text) => /Index|Seq|Execution/.test(text)))
    say(line.trim());
}

/** What officers have to see to: one payment of a thousand came back, and those of one batch have not been answered for days. */
async function leaveWork(client) {
  await client.query("SET session_replication_role = 'replica'");
  await client.query(
    "UPDATE public.orders SET state = 'returned', returned_at = paid_at + interval '2 days' WHERE id % 1000 = 0",
  );
  await client.query("UPDATE public.settlement_batches SET state = 'paying' WHERE id = 1");
  await client.query("UPDATE public.orders SET state = 'paying', paid_at = NULL WHERE batch_id = 1");
  await client.query("SET session_replication_role = 'origin'");
}

await onScratchPlatform(async ({ server, environment }) => {
  say(`seeding ${grouped(ROWS)} workers and orders`);
  await seedMillion(server, ROWS);
  const client = new Client({ connectionString: server.superuserUrl('linggong') });
  await client.connect();
  try {
    await leaveWork(client);
    const { rows: sources } = await client.query('SELECT source FROM core.tally_sources');
    // The seeding goes past the triggers.
    for (const { source } of sources) await client.query('SELECT core.rebuild_tallies($1)', [source]);
    await client.query('VACUUM (ANALYZE)');
    await explain(client);
    const serving = start(path.join(here, 'serve-dashboards.mjs'), environment('web', 'linggong_app'));
    try {
      const served = await firstMessage(serving);
      for (const board of boards) await measureBoard(served, board);
    } finally {
      serving.kill('SIGTERM');
    }
    await measureAnew(client);
    await measureKeeping(client);
  } finally {
    await client.end();
  }
});
