// A migrated platform in a folder of its own for one bench, thrown away after it.
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const database = require('@linggong/database');
const { makeKeyringFile } = require('@linggong/vault/install');

export const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

/** What a bench tells while it runs; its rows go to stdout. */
export const say = (text) => console.error(`  · ${text}`);

/** Starts a process of the bench in the cms folder, as the platform runs. */
export function start(script, env, args = [], execArgv = []) {
  return fork(script, args, { cwd: path.join(root, 'cms'), env, stdio: ['ignore', 2, 2, 'ipc'], execArgv });
}

/** Runs one phase to its end and gives what it reported last. */
export function phase(script, env, args = [], execArgv = []) {
  return new Promise((resolve, reject) => {
    const child = start(script, env, args, execArgv);
    let report;
    child.on('message', (message) => (report = message));
    child.once('close', (code) => (code === 0 ? resolve(report) : reject(new Error(`${script} ended with ${code}`))));
  });
}

/** The first message of a process that goes on serving. */
export function firstMessage(child) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it served`)));
  });
}

/** @param work is given the folder, the server and the environment of a process by role and login */
export async function onScratchPlatform(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'linggong-bench-'));
  await chmod(folder, 0o711);
  const server = await database.startServer({ dataFolder: folder });
  try {
    const passwords = database.rolePasswords(folder);
    await database.prepareRoles(server, passwords);
    await database.prepareDatabase(server);
    await makeKeyringFile(path.join(folder, 'keys', 'keyring.json'));
    const secret = database.newSecret();
    const environment = (role, login) => ({
      ...process.env,
      NODE_ENV: 'production',
      // Synthetic people are verified by the sandbox; a database that is named has none unless it is asked for.
      REAL_NAME_SANDBOX: 'on',
      TZ: 'UTC',
      LOG_LEVEL: 'error',
      LINGGONG_ROLE: role,
      LINGGONG_DATA: folder,
      LINGGONG_SECRET: secret,
      STRAPI_TELEMETRY_DISABLED: 'true',
      DATABASE_URL: database.roleUrl(server, passwords, login),
    });
    await phase(path.join(root, 'cms/dist/src/migrate.js'), environment('migrate', 'linggong_owner'));
    return await work({ folder, server, environment });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
