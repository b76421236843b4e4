// The main job at full size: a payout sheet from upload to quoted and from release to booked, everything on, beside a COPY of
// the same final rows into bare heaps on the same server. Through the API, as linggong_app, queues drained in the process.
//   BENCH_LINES=100000 (and a tenth of it for the time per line). Three processes: prepare, measure, and this one, which keeps
// the server and times the COPY, so that the memory measured is that of the platform at the job and of nothing else.
import { fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copySeconds } from './copy-baseline.mjs';
import { grouped, row } from './row.mjs';

const require = createRequire(import.meta.url);
const database = require('@linggong/database');
const { settingsFromEnvironment } = require('@linggong/config');
const { makeKeyringFile } = require('@linggong/vault');

const LINES = Number(process.env.BENCH_LINES ?? 100_000);
const COPIES_MAX = 30;
const GROWTH_MAX = 1.3;
const MEMORY_MAX_MB = 1024;

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const say = (text) => console.error(`  · ${text}`);

/** Runs one phase to its end and gives what it reported. */
function phase(script, env, args = [], execArgv = []) {
  return new Promise((resolve, reject) => {
    const child = fork(script, args, { cwd: path.join(root, 'cms'), env, stdio: ['ignore', 2, 2, 'ipc'], execArgv });
    let report;
    child.on('message', (message) => (report = message));
    child.once('close', (code) => (code === 0 ? resolve(report) : reject(new Error(`${script} ended with ${code}`))));
  });
}

const folder = await mkdtemp(path.join(tmpdir(), 'linggong-bench-'));
await chmod(folder, 0o711);
const server = await database.startServer({ dataFolder: folder });
try {
  const passwords = database.rolePasswords(folder);
  await database.prepareRoles(server, passwords);
  await database.prepareDatabase(server);
  await makeKeyringFile(path.join(folder, 'keys', 'keyring.json'));
  const environment = (role, login) => ({
    ...process.env,
    NODE_ENV: 'production',
    TZ: 'UTC',
    LOG_LEVEL: 'error',
    LINGGONG_ROLE: role,
    LINGGONG_DATA: folder,
    LINGGONG_SECRET: database.newSecret(),
    // Synthetic people are verified by the sandbox; a database that is named has none unless it is asked for.
    REAL_NAME_SANDBOX: 'on',
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATABASE_URL: database.roleUrl(server, passwords, login),
  });
  await phase(path.join(root, 'cms/dist/src/migrate.js'), environment('migrate', 'linggong_owner'));
  say(`preparing ${grouped(LINES)} workers with contracts and accepted work`);
  await mkdir(path.join(folder, 'bench'));
  const sizes = [String(Math.round(LINES / 10)), String(LINES)];
  await phase(path.join(here, 'prepare-settlement.mjs'), environment('web', 'linggong_app'), sizes);
  const { batches, peakMb } = await phase(
    path.join(here, 'measure-settlement.mjs'),
    environment('web', 'linggong_app'),
    sizes,
    // As the supervisor starts the serving process.
    [`--max-old-space-size=${settingsFromEnvironment({}).heapMb}`],
  );
  const [small, large] = batches;
  const copy = await copySeconds(server, large.firstTransaction);
  const seconds = large.quotedSeconds + large.bookedSeconds;
  const perLine = (batch) => (batch.quotedSeconds + batch.bookedSeconds) / batch.lines;
  const growth = perLine(large) / perLine(small);
  say(`upload to quoted ${large.quotedSeconds.toFixed(1)} s, release to booked ${large.bookedSeconds.toFixed(1)} s`);
  say(`${grouped(copy.rows)} final rows in ${copy.tables} tables, COPY ${copy.seconds.toFixed(2)} s`);
  say(`${large.paid} of ${large.lines} paid; ${(1e6 * perLine(large)).toFixed(0)} µs a line`);
  const name = `${grouped(LINES)}-line batch`;
  const copies = seconds / copy.seconds;
  row(
    `${name}, upload to quoted and release to booked`,
    `${copies.toFixed(1)} × COPY`,
    `${COPIES_MAX} × COPY`,
    copies <= COPIES_MAX,
  );
  row(
    `${name}, time per line against a tenth of it`,
    `${growth.toFixed(2)} ×`,
    `${GROWTH_MAX} ×`,
    growth <= GROWTH_MAX,
  );
  row(`${name}, memory`, `${grouped(peakMb)} MB`, `${grouped(MEMORY_MAX_MB)} MB`, peakMb < MEMORY_MAX_MB);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
