// Contracts as documents: printed, sealed and kept, on the queue, with two threads. BENCH_CONTRACTS=600.
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { grouped, row } from './row.mjs';

const require = createRequire(import.meta.url);
const database = require('@linggong/database');
const { makeKeyringFile } = require('@linggong/vault');

const CONTRACTS = Number(process.env.BENCH_CONTRACTS ?? 600);
const PER_SECOND_MIN = 20;

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

/** Runs one phase to its end and gives what it reported. */
function phase(script, env, args = []) {
  return new Promise((resolve, reject) => {
    const child = fork(script, args, { cwd: path.join(root, 'cms'), env, stdio: ['ignore', 2, 2, 'ipc'] });
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
    STRAPI_TELEMETRY_DISABLED: 'true',
    SEAL_THREADS: '2',
    // Synthetic people are verified by the sandbox; a database that is named has none unless it is asked for.
    REAL_NAME_SANDBOX: 'on',
    DATABASE_URL: database.roleUrl(server, passwords, login),
  });
  await phase(path.join(root, 'cms/dist/src/migrate.js'), environment('migrate', 'linggong_owner'));
  const script = path.join(here, 'measure-contracts.mjs');
  const { sealed, seconds, processorSeconds, pages, bytes } = await phase(script, environment('web', 'linggong_app'), [
    String(CONTRACTS),
  ]);
  const rate = sealed / seconds;
  console.error(
    `  · ${sealed} documents of ${pages.toFixed(1)} pages and ${(bytes / 1024).toFixed(0)} KB in ${seconds.toFixed(1)} s`,
  );
  console.error(
    `  · ${((processorSeconds * 1e3) / sealed).toFixed(0)} ms of processor time each, all threads of the process together`,
  );
  row(
    `${grouped(sealed)} contracts printed, sealed and kept, two threads`,
    `${rate.toFixed(1)} / s`,
    `${PER_SECOND_MIN} / s`,
    rate >= PER_SECOND_MIN,
  );
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
