// A bulk check of 50,000 workers' identities by the sandbox, on the queue, in a process of its own that is killed (-9) in the
// middle and started again: how many a second, and what the kill cost. BENCH_PEOPLE=50000.
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { grouped, row } from './row.mjs';

const require = createRequire(import.meta.url);
const database = require('@linggong/database');
const { makeKeyringFile } = require('@linggong/vault/install');
const { Client } = require('pg');

const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 50_000);
const PER_SECOND_MIN = 500;
const SUBJECTS_PER_COMMIT = 250;
const SANDBOX_PRICE_FEN = 30;

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const say = (text) => console.error(`  · ${text}`);

const folder = await mkdtemp(path.join(tmpdir(), 'linggong-bench-'));
await chmod(folder, 0o711);
const server = await database.startServer({ dataFolder: folder });
const environment = (role, login) => ({
  ...process.env,
  NODE_ENV: 'production',
  TZ: 'UTC',
  LOG_LEVEL: 'error',
  LINGGONG_ROLE: role,
  LINGGONG_DATA: folder,
  LINGGONG_SECRET: secret,
  REAL_NAME_SANDBOX: 'on',
  STRAPI_TELEMETRY_DISABLED: 'true',
  DATABASE_URL: database.roleUrl(server, passwords, login),
});
let passwords;
const secret = database.newSecret();

/** Starts a process that works on the queue; `done` is told when it ends. */
function work(args) {
  const child = fork(path.join(here, 'work-real-name.mjs'), args, {
    cwd: path.join(root, 'cms'),
    env: environment('web', 'linggong_app'),
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  let report;
  child.on('message', (message) => (report = message));
  return {
    child,
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, report }));
    }),
  };
}

try {
  passwords = database.rolePasswords(folder);
  await database.prepareRoles(server, passwords);
  await database.prepareDatabase(server);
  await makeKeyringFile(path.join(folder, 'keys', 'keyring.json'));
  const migrate = fork(path.join(root, 'cms/dist/src/migrate.js'), [], {
    cwd: path.join(root, 'cms'),
    env: environment('migrate', 'linggong_owner'),
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  await new Promise((resolve, reject) => {
    migrate.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`migrate ended with ${code}`))));
  });
  const db = new Client({ connectionString: database.roleUrl(server, passwords, 'linggong_app') });
  await db.connect();
  const one = async (sql) => (await db.query(sql)).rows[0];

  say(`seeding ${grouped(PEOPLE)} verified workers`);
  const prepared = work(['prepare', String(PEOPLE)]);
  const { code } = await prepared.ended;
  if (code !== 0) throw new Error(`prepare ended with ${code}`);

  const done = async () =>
    (await one('SELECT count(*)::int AS count FROM real_name.bulk_members WHERE outcome IS NOT NULL')).count;
  const first = work(['run']);
  while ((await done()) < PEOPLE * 0.4) await wait(50);
  // In the middle of a chunk: while its price is reserved, its questions are under way.
  const isAsking = async () =>
    (await one("SELECT sum(reserved_fen)::int > 0 AS is FROM real_name.provider_days WHERE provider = 'sandbox'")).is;
  while (!(await isAsking())) await wait(1);
  first.child.kill('SIGKILL');
  const { signal } = await first.ended;
  const atKill = await done();
  say(`killed (${signal}) with ${grouped(atKill)} of ${grouped(PEOPLE)} done`);

  const second = work(['run']);
  const { report } = await second.ended;
  const { state } = await one('SELECT state FROM real_name.bulk_checks');
  const evidence = await one(
    'SELECT count(*)::int AS records, count(DISTINCT worker_id)::int AS people FROM public.real_name_checks',
  );
  // Calls that were counted, and those that a killed process had reserved and never counted, beyond one for each.
  const { calls } = await one(
    `SELECT sum(calls)::int + sum(reserved_fen)::int / ${SANDBOX_PRICE_FEN} AS calls FROM real_name.provider_days
     WHERE provider = 'sandbox'`,
  );
  const perSecond = (PEOPLE - atKill) / report.seconds;
  say(`${grouped(PEOPLE - atKill)} after the kill in ${report.seconds.toFixed(1)} s`);
  await db.end();
  row(
    `bulk check of ${grouped(PEOPLE)} workers by the sandbox, with evidence`,
    `${grouped(perSecond)} / s`,
    `${grouped(PER_SECOND_MIN)} / s`,
    perSecond >= PER_SECOND_MIN,
  );
  row(
    `the same killed (-9) at ${Math.round((100 * atKill) / PEOPLE)} %: records and people after it`,
    `${state}, ${grouped(evidence.records)} of ${grouped(evidence.people)}`,
    `done, ${grouped(PEOPLE)} of ${grouped(PEOPLE)}`,
    state === 'done' && evidence.records === PEOPLE && evidence.people === PEOPLE,
  );
  row(
    'questions that the kill may have had asked twice',
    grouped(calls - PEOPLE),
    grouped(SUBJECTS_PER_COMMIT),
    calls >= PEOPLE && calls - PEOPLE <= SUBJECTS_PER_COMMIT,
  );
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
