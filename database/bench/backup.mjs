// A base backup of a database with a million paid orders, and its restore, each beside `cp` of the same folder on the same disk; what a
// restored copy proves of itself, rows a second. BENCH_ORDERS=1000000.
import { execFileSync, fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { grouped, row } from './row.mjs';
import { seedOrders } from './seed-orders.mjs';

const require = createRequire(import.meta.url);
const database = require('@linggong/database');
const { askSource, createDiskStore, proveBackup, shipWal, takeBaseBackup } = require('@linggong/continuity');
const { createDatabase } = require('@linggong/core');
const { loadKeyring } = require('@linggong/vault');
const { makeKeyringFile } = require('@linggong/vault/install');
const { restoreBase } = require('../dist/restore/restore-base.js');

const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const COPIES_MAX = 3;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const say = (text) => console.error(`  · ${text} (load ${loadavg()[0].toFixed(1)})`);

async function seconds(work) {
  const begun = performance.now();
  const result = await work();
  return { result, took: (performance.now() - begun) / 1000 };
}

function migrate(env) {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(root, 'cms/dist/src/migrate.js'), [], {
      cwd: path.join(root, 'cms'),
      env,
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`migrate ended with ${code}`))));
  });
}

/** `cp` of the data folder, removed again: what the disk and the page cache of this machine give. */
async function copySeconds(from, to) {
  const { took } = await seconds(() => execFileSync('cp', ['-a', from, to]));
  await rm(to, { recursive: true });
  return took;
}

const folder = await mkdtemp(path.join(tmpdir(), 'linggong-bench-'));
await chmod(folder, 0o711);
const data = path.join(folder, 'data');
const server = await database.startServer({
  dataFolder: data,
  archive: { walSeconds: 60 },
  settings: { max_wal_size: '1GB' },
});
let stopped = false;
try {
  const passwords = database.rolePasswords(data);
  await database.prepareRoles(server, passwords);
  await database.prepareDatabase(server);
  const keyringFile = path.join(folder, 'keyring.json');
  await makeKeyringFile(keyringFile);
  const keyring = await loadKeyring({ file: keyringFile });
  await migrate({
    ...process.env,
    NODE_ENV: 'production',
    TZ: 'UTC',
    LOG_LEVEL: 'error',
    LINGGONG_ROLE: 'migrate',
    LINGGONG_DATA: data,
    KEYRING_FILE: keyringFile,
    LINGGONG_SECRET: database.newSecret(),
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATABASE_URL: database.roleUrl(server, passwords, 'linggong_owner'),
  });
  say(`seeding ${grouped(ORDERS)} paid orders with tax records and postings`);
  await seedOrders(server, ORDERS);
  // The log of the seeding is no part of the comparison: what was archived of it goes, as after an earlier base.
  const spool = path.join(data, 'wal-spool');
  execFileSync('find', [spool, '-type', 'f', '-delete']);

  const backupUrl = database.roleUrl(server, passwords, 'linggong_backup');
  const source = await askSource(backupUrl, data);
  const sealed = { store: createDiskStore(path.join(folder, 'store')), keyring };
  const cluster = path.join(data, 'postgres');
  const copy = path.join(folder, 'copy');
  const first = await copySeconds(cluster, copy);
  const order = {
    code: '20260101T000000Z-aaaaaa',
    system: source.system,
    backupUrl,
    dataFolder: data,
    compress: false,
  };
  const { result: base, took: backupTook } = await seconds(() => takeBaseBackup(sealed, order));
  const second = await copySeconds(cluster, copy);
  const copied = (first + second) / 2;
  const gigabytes = base.clearBytes / 1e9;
  say(
    `${gigabytes.toFixed(2)} GB: cp ${first.toFixed(1)} and ${second.toFixed(1)} s, base backup ${backupTook.toFixed(1)} s`,
  );

  const app = createDatabase({ connectionString: database.roleUrl(server, passwords, 'linggong_app'), max: 1 });
  await shipWal(sealed, app, source.system, spool, new Date());
  await app.close();
  const at = new Date().toISOString();
  const manifest = {
    ...base,
    form: 1,
    code: order.code,
    method: 'base',
    system: source.system,
    server: source.server,
    startedAt: at,
    finishedAt: at,
    compressed: false,
    migrations: [],
  };
  await server.stop();
  stopped = true;
  const into = path.join(folder, 'restored');
  const { result: restored, took: restoreTook } = await seconds(() => restoreBase(sealed, manifest, into, undefined));
  say(
    `restore ${restoreTook.toFixed(1)} s: unpacked in ${restored.unpackSeconds.toFixed(1)}, recovered in ${restored.recoverSeconds.toFixed(1)}`,
  );
  const db = createDatabase({ connectionString: restored.server.superuserUrl('linggong'), max: 2 });
  const proof = await proveBackup(db);
  await db.close();
  await restored.server.crash();
  const wrong = proof.checks.filter(({ broken }) => broken > 0);
  say(
    `proof: ${proof.checks.map(({ name, compared, broken }) => `${name} ${grouped(compared)}, broken ${broken}`).join('; ')}`,
  );

  const name = `${grouped(ORDERS)} orders, ${gigabytes.toFixed(1)} GB`;
  const times = (took) => `${(took / copied).toFixed(2)} × cp (${took.toFixed(1)} s)`;
  row(
    `${name}: base backup, sealed and checksummed`,
    times(backupTook),
    `${COPIES_MAX} × cp`,
    backupTook <= COPIES_MAX * copied,
  );
  row(
    `${name}: restore to a running server`,
    times(restoreTook),
    `${COPIES_MAX} × cp`,
    restoreTook <= COPIES_MAX * copied,
  );
  row(
    `${name}: the restored copy proves itself`,
    `${grouped(proof.rows / proof.seconds)} rows/s`,
    'nothing broken',
    wrong.length === 0,
  );
} finally {
  if (!stopped) await server.stop();
  await rm(folder, { recursive: true, force: true });
}
