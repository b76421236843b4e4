// The unsealed tail of the audit log under a flood: two connections append without a pause while a worker process of the platform seals by
// its own clock, through its queue, every three seconds. What is told is the longest that an entry has waited.
//   BENCH_AUDIT_APPENDED=100000
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { grouped, row } from './row.mjs';
import { here, onScratchPlatform, say, start } from './scratch-platform.mjs';

const require = createRequire(import.meta.url);
const { createDatabase } = require('@linggong/core');
const { record } = require('@linggong/audit');

const APPENDED = Number(process.env.BENCH_AUDIT_APPENDED ?? 100_000);
const APPENDERS = 2;
const CHUNK = 500;
const TAIL_MAX_SECONDS = 10;
const TICKS_MAX_MS = 120_000;

const command = { actor: { kind: 'system', name: 'bench' }, at: new Date(), traceId: 'bench' };

const tailOf = (db) =>
  db.one(`SELECT count(*)::int AS rows, coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS age
            FROM audit.published_unsealed`);

async function append(db, count) {
  for (let done = 0; done < count; done += CHUNK) {
    const entries = Array.from({ length: CHUNK }, (_, n) => ({
      action: 'bench.append',
      subject: { kind: 'bench', id: done + n },
      before: { state: 'registered', name: '张*' },
      after: { state: 'active', name: '张*' },
    }));
    await record(db, command, entries);
  }
}

/** Waits until the worker's own clock has sealed everything that is there. */
async function sealedByTick(db) {
  for (let waited = 0; waited < TICKS_MAX_MS; waited += 200) {
    if ((await tailOf(db)).rows === 0) return;
    await pause(200);
  }
  throw new Error('the worker seals nothing');
}

async function flood(db) {
  const longest = { rows: 0, age: 0 };
  let appending = true;
  const looking = (async () => {
    while (appending) {
      const tail = await tailOf(db);
      longest.rows = Math.max(longest.rows, tail.rows);
      longest.age = Math.max(longest.age, tail.age);
      await pause(100);
    }
  })();
  const began = performance.now();
  await Promise.all(Array.from({ length: APPENDERS }, () => append(db, APPENDED / APPENDERS)));
  const seconds = (performance.now() - began) / 1_000;
  await sealedByTick(db);
  appending = false;
  await looking;
  return { ...longest, seconds };
}

await onScratchPlatform(async ({ environment }) => {
  const worker = start(path.resolve(here, '../../cms/dist/src/serve.js'), environment('worker', 'linggong_app'));
  const db = createDatabase({
    connectionString: environment('worker', 'linggong_app').DATABASE_URL,
    max: APPENDERS + 2,
  });
  try {
    await append(db, CHUNK);
    await sealedByTick(db);
    say('the worker seals by its clock');
    const { rows, age, seconds } = await flood(db);
    say(`${grouped(APPENDED)} entries in ${seconds.toFixed(1)} s; at most ${grouped(rows)} waited`);
    row(
      `longest wait of an audit entry for its seal, while ${grouped(APPENDED)} are appended without a pause, by the worker’s own tick`,
      `${age.toFixed(1)} s`,
      `${TAIL_MAX_SECONDS} s`,
      age <= TAIL_MAX_SECONDS,
    );
  } finally {
    await db.close();
    worker.kill('SIGTERM');
    await new Promise((resolve) => worker.once('exit', resolve));
  }
});
