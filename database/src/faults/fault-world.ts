import { fork } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeSigningKey } from '@linggong/audit/install';
import { createDatabase, type Database } from '@linggong/core';
import { makeKeyringFile } from '@linggong/vault/install';
import { Client } from 'pg';
import { newSecret, startServer, type EmbeddedServer } from '../embedded';
import { freePort } from '../embedded/free-port';
import { repositoryRoot } from '../repository';
import { databaseName, prepareDatabase, prepareRoles, rolePasswords, roleUrl, type LoginRole } from '../roles';
import { startPlatformProcess, type PlatformProcess } from './platform-process';
import type { PreparedEnterprise, WorldOrder } from './world-order';

/** A platform of our own to break: its server, its web and its worker process, and a clock that can be moved. */
export interface FaultWorld {
  readonly folder: string;
  /** Address of the web process. */
  readonly base: string;
  readonly enterprises: readonly PreparedEnterprise[];
  /** For looking, as linggong_app; it outlives a server that is killed. */
  readonly db: Database;
  readonly web: PlatformProcess;
  readonly worker: PlatformProcess;
  /** Runs SQL as the superuser, for what only he may do to a server. */
  asSuperuser(sql: string): Promise<void>;
  /** Starts the server again on its port, where it is down. */
  startAgain(): Promise<void>;
  /** Kills the postmaster with -9 and starts the server again on its port, as the supervisor does. */
  killServer(): Promise<void>;
  /** Both processes anew on these queues; undefined is PostgreSQL. */
  useQueues(redisUrl: string | undefined): Promise<void>;
  /** Moves the product's clock by so many milliseconds against the machine's; 0 is the machine's time. */
  moveClock(offsetMs: number): void;
  close(): Promise<void>;
}

/**
 * What its processes say is copied to the folder FAULTS_LOGS at the end, where that is set.
 * @param below folder in which the platform's own is made; that of temporary files where it is not said
 */
export async function openWorld(order: WorldOrder, below: string = os.tmpdir()): Promise<FaultWorld> {
  const folder = await mkdtemp(path.join(below, 'linggong-faults-'));
  await chmod(folder, 0o711);
  const opened: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true }),
    () => rm(logsOf(folder), { recursive: true, force: true }),
  ];
  const close = async (): Promise<void> => {
    const kept = process.env['FAULTS_LOGS'];
    if (kept) await cp(logsOf(folder), kept, { recursive: true });
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const server = await startServer({ dataFolder: folder });
    opened.push(() => server.stop());
    return await furnish(folder, server, order, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function furnish(
  folder: string,
  server: EmbeddedServer,
  order: WorldOrder,
  opened: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<FaultWorld> {
  const passwords = rolePasswords(folder);
  await prepareRoles(server, passwords);
  await prepareDatabase(server);
  await makeKeyringFile(path.join(folder, 'keys', 'keyring.json'));
  await makeSigningKey(path.join(folder, 'keys', 'audit-signing.pem'));
  await mkdir(logsOf(folder));
  const url = (role: LoginRole): string => roleUrl(server, passwords, role);
  const port = await freePort();
  const environment = environmentIn(folder, port);
  await runOnce('cms/dist/src/migrate.js', environment('migrate', url('linggong_owner')), folder);
  const prepared = await runOnce(
    'database/dist/faults/prepare-world.js',
    environment('web', url('linggong_app')),
    folder,
    order,
  );
  // What autovacuum would do within its minute: people and work were written a moment ago, and spans are measured on them.
  await asSuperuser(server, 'ANALYZE');
  const db = createDatabase({ connectionString: url('linggong_app'), max: 4 });
  opened.push(() => db.close());
  const begin = (role: 'web' | 'worker'): PlatformProcess => {
    const started = startPlatformProcess(environment(role, url('linggong_app')), path.join(logsOf(folder), role));
    opened.push(() => started.stop());
    return started;
  };
  const web = begin('web');
  const worker = begin('worker');
  await Promise.all([web.serving(), worker.serving()]);
  return {
    folder,
    base: `http://127.0.0.1:${port}`,
    // Sent by prepare-world.ts, which is typed to send just these.
    enterprises: prepared as PreparedEnterprise[],
    db,
    web,
    worker,
    asSuperuser: (sql) => asSuperuser(server, sql),
    startAgain: () => startAgain(folder, server.port),
    killServer: async () => {
      const [pid] = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await startAgain(folder, server.port);
    },
    useQueues: async (redisUrl) => {
      const queues = redisUrl === undefined ? {} : { REDIS_URL: redisUrl };
      await web.restart({ ...environment('web', url('linggong_app')), ...queues });
      await worker.restart({ ...environment('worker', url('linggong_app')), ...queues });
    },
    moveClock: (offsetMs) => writeFileSync(path.join(folder, 'clock'), String(offsetMs)),
    close,
  };
}

async function asSuperuser(server: EmbeddedServer, sql: string): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl(databaseName) });
  // A server that goes down under a statement tells the statement; unheard, the event would end this process.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(sql).finally(() => client.end().catch(() => undefined));
}

/** Never on the platform's own disk: a process that cannot write what it says dies of that, and of nothing that is looked at. */
const logsOf = (folder: string): string => path.join(os.tmpdir(), `${path.basename(folder)}-logs`);

const environmentIn =
  (folder: string, port: number) =>
  (role: string, databaseUrl: string): Record<string, string> => ({
    PATH: process.env['PATH'] ?? '',
    TZ: 'UTC',
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'warn',
    LINGGONG_ROLE: role,
    LINGGONG_DATA: folder,
    LINGGONG_SECRET: secretIn(folder),
    LINGGONG_TEST_CLOCK: path.join(folder, 'clock'),
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATABASE_URL: databaseUrl,
    // Thousands of contracts are the setting here, not the matter: their papers are not printed.
    SEAL_CONTRACTS: 'off',
  });

function secretIn(folder: string): string {
  const file = path.join(folder, 'secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    writeFileSync(file, newSecret(), { mode: 0o600 });
    return readFileSync(file, 'utf8');
  }
}

/** @returns what it sent last. @throws Error with what it said, where it fails */
async function runOnce(entry: string, env: Record<string, string>, folder: string, input?: object): Promise<unknown> {
  const child = fork(path.join(repositoryRoot, entry), [], {
    cwd: path.join(repositoryRoot, 'cms'),
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  let sent: unknown;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  }
  child.on('message', (message) => (sent = message));
  if (input) child.send(input);
  const code = await new Promise((resolve) => child.once('close', resolve));
  appendFileSync(path.join(logsOf(folder), path.basename(entry)), said);
  if (code !== 0) throw new Error(`${entry} ended with ${String(code)}:\n${said.slice(-4_000)}`);
  return sent;
}

async function startAgain(folder: string, port: number): Promise<void> {
  const again = await startServer({ dataFolder: folder });
  if (again.port !== port) throw new Error('the port of the server was taken while it was down');
}
