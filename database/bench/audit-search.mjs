// The audit log at ten million rows over seven months: searches of eight forms by the functions of the API, the first page of the
// console with its count, and how long the oldest entry waits for its seal while entries are appended. About 10 GB of disk.
//   BENCH_AUDIT_ROWS=10000000
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { grouped, row } from './row.mjs';
import { onScratchPlatform, say } from './scratch-platform.mjs';

const require = createRequire(import.meta.url);
const { Client } = require('pg');
const { createDatabase } = require('@linggong/core');
const { createAudit, record, searchEntries } = require('@linggong/audit');

const ROWS = Number(process.env.BENCH_AUDIT_ROWS ?? 10_000_000);
const PER_FORM = 50;
const P95_MAX_MS = 300;
const TAIL_MAX_SECONDS = 10;
const SEAL_EVERY_MS = 3_000;
const APPENDED = Math.min(100_000, ROWS);
const DAY_MS = 86_400_000;
const CHUNK = 500_000;

const months = `DO $$ BEGIN FOR back IN 1..7 LOOP
  EXECUTE format('CREATE TABLE IF NOT EXISTS audit.%I PARTITION OF audit.entries FOR VALUES FROM (%L) TO (%L)', 'entries_past_' || back,
    (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => back)) AT TIME ZONE 'UTC',
    (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => back - 1)) AT TIME ZONE 'UTC');
  END LOOP; END $$`;

// Skewed as a platform is: one actor does 60 %, one action is half of everything, the rest falls off as 1/rank.
const fill = `INSERT INTO audit.entries (recorded_at, at, actor_kind, actor_name, trace_id, address, action, outcome, subject_kind, subject_id,
    session_id, after)
  SELECT moment, moment, 'account',
    CASE WHEN r < 0.6 THEN 'settlement' ELSE 'operator#' || ceil(power(300.0, (r - 0.6) / 0.4))::int END,
    md5((n / 4)::text), CASE WHEN r < 0.6 THEN NULL ELSE '203.0.113.' || n % 250 END,
    CASE WHEN q < 0.5 THEN 'order.pay' ELSE 'worker.act-' || ceil(power(80.0, (q - 0.5) / 0.5))::int END,
    CASE WHEN n % 3000 = 7 THEN 'refused' ELSE 'done' END,
    CASE WHEN n % 3 = 0 THEN 'order' ELSE 'worker' END, (n * 7919 % 200000)::text,
    CASE WHEN r < 0.6 THEN NULL ELSE md5((n % 5000)::text)::uuid END, '{"state":"active"}'
  FROM generate_series($1::bigint, $2::bigint) n,
    LATERAL (SELECT random() AS r, random() AS q, now() - make_interval(secs => 15800000.0 * (1 - n / $3::float8)) AS moment) x`;

const pick = (n) => n * 7919;
const forms = {
  time: (n) => ({
    from: new Date(Date.now() - ((n % 180) + 2) * DAY_MS),
    until: new Date(Date.now() - (n % 180) * DAY_MS),
  }),
  person: (n) => ({ actor: `operator#${(n % 300) + 1}` }),
  'busiest actor': (n) => ({ actor: 'settlement', until: new Date(Date.now() - (n % 150) * DAY_MS) }),
  action: (n) => ({ action: `worker.act-${(n % 80) + 1}` }),
  'commonest action': (n) => ({ action: 'order.pay', until: new Date(Date.now() - (n % 150) * DAY_MS) }),
  object: (n) => ({ subjectKind: n % 3 === 0 ? 'order' : 'worker', subjectId: String(pick(n) % 200_000) }),
  'person and action in a month': (n) => ({
    actor: `operator#${(n % 300) + 1}`,
    action: `worker.act-${(n % 80) + 1}`,
    from: new Date(Date.now() - 31 * DAY_MS),
  }),
  address: (n) => ({ address: `203.0.113.${n % 250}` }),
};

async function seed(client) {
  await client.query(months);
  for (let first = 1; first <= ROWS; first += CHUNK) {
    await client.query(fill, [first, Math.min(first + CHUNK - 1, ROWS), ROWS]);
    say(`${grouped(Math.min(first + CHUNK - 1, ROWS))} rows`);
  }
  await client.query('VACUUM (ANALYZE) audit.entries');
  await client.query('CHECKPOINT');
}

/** Each form once cold and then in turn; the figure takes in both. */
async function measureSearches(db) {
  const all = [];
  for (const [name, form] of Object.entries(forms)) {
    const took = [];
    for (let n = 0; n < PER_FORM; n += 1) {
      const started = performance.now();
      await searchEntries(db, { limit: 50, ...form(n) }, new Date());
      took.push(performance.now() - started);
    }
    all.push(...took);
    say(`${name}: p50 ${at(took, 0.5)} ms, p95 ${at(took, 0.95)} ms, longest ${at(took, 1)} ms`);
  }
  return all;
}

const at = (took, share) => {
  const sorted = [...took].sort((a, b) => a - b);
  return Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1));
};

/** The count of a console list, which stops at 10,001. */
async function measureCounts(db) {
  const took = [];
  for (let n = 0; n < PER_FORM; n += 1) {
    const started = performance.now();
    await db.query(
      `SELECT count(*) FROM (SELECT 1 FROM audit.published_entries a WHERE a.recorded_at >= $1 AND a.actor_name = $2 LIMIT 10001) c`,
      [new Date(Date.now() - 31 * DAY_MS), n % 2 === 0 ? 'settlement' : `operator#${(n % 300) + 1}`],
    );
    took.push(performance.now() - started);
  }
  return took;
}

const command = { actor: { kind: 'system', name: 'bench' }, at: new Date(), traceId: 'bench' };

/** What was seeded waits for its seal too, and would be what is measured. */
async function sealSeeded(audit) {
  const started = performance.now();
  let sealed = 0;
  let rows;
  do {
    rows = await audit.seal();
    sealed += rows;
  } while (rows > 0);
  say(`${grouped(sealed)} seeded rows sealed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

/** Appends as batches do while the seal ticks; gives the longest wait of an entry, in seconds. */
async function measureTail(db) {
  const audit = createAudit(db);
  await sealSeeded(audit);
  let longest = 0;
  let appending = true;
  const looking = (async () => {
    while (appending) {
      const [{ age }] = await db.query(
        `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS age FROM audit.published_unsealed`,
      );
      longest = Math.max(longest, age);
      await pause(200);
    }
  })();
  const sealing = (async () => {
    while (appending) {
      await pause(SEAL_EVERY_MS);
      await audit.seal();
    }
  })();
  for (let done = 0; done < APPENDED; done += 500) {
    const entries = Array.from({ length: 500 }, (_, n) => ({
      action: 'bench.append',
      subject: { kind: 'bench', id: done + n },
    }));
    await record(db, command, entries);
  }
  appending = false;
  await Promise.all([sealing, looking]);
  return longest;
}

await onScratchPlatform(async ({ server, environment }) => {
  const client = new Client({ connectionString: server.superuserUrl('linggong') });
  await client.connect();
  const db = createDatabase({ connectionString: environment('web', 'linggong_app').DATABASE_URL, max: 4 });
  try {
    await seed(client);
    const took = await measureSearches(db);
    const counts = await measureCounts(db);
    const tail = await measureTail(db);
    const log = `${grouped(ROWS)} audit entries of seven months`;
    row(
      `search of ${log}, eight forms × ${PER_FORM}, p95`,
      `${at(took, 0.95)} ms`,
      `${P95_MAX_MS} ms`,
      at(took, 0.95) < P95_MAX_MS,
    );
    row(
      `count of a console list of them, up to 10,000, p95`,
      `${at(counts, 0.95)} ms`,
      `${P95_MAX_MS} ms`,
      at(counts, 0.95) < P95_MAX_MS,
    );
    row(
      `longest wait of an entry for its seal, while ${grouped(APPENDED)} are appended`,
      `${tail.toFixed(1)} s`,
      `${TAIL_MAX_SECONDS} s`,
      tail <= TAIL_MAX_SECONDS,
    );
  } finally {
    await db.close();
    await client.end();
  }
});
