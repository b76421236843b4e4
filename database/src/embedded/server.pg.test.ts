import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { StartProblem } from '../start-problem';
import { startServer, type EmbeddedServer } from './server';

async function query<R extends object>(server: EmbeddedServer, sql: string): Promise<R[]> {
  const client = new Client({ connectionString: server.superuserUrl() });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(dataFolder: string): number {
  return Number(readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded server', () => {
  let dataFolder: string;
  let server: EmbeddedServer | undefined;

  beforeEach(async () => {
    dataFolder = await mkdtemp(path.join(os.tmpdir(), 'linggong-server-'));
    chmodSync(dataFolder, 0o711);
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('closes a segment of its log in time from the start on, and not after its first checkpoint (R5.2)', async () => {
    server = await startServer({ dataFolder, archive: { walSeconds: 2 } });
    await query(server, 'CREATE TABLE written ()');
    const spool = path.join(dataFolder, 'wal-spool');
    for (let waited = 0; waited < 60 && readdirSync(spool).length === 0; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(readdirSync(spool)).not.toHaveLength(0);
  }, 60_000);

  it('starts PostgreSQL 18 as an ordinary user, on the loopback interface only, with its secrets closed', async () => {
    server = await startServer({ dataFolder });
    const rows = await query<{ name: string; setting: string }>(
      server,
      `SELECT name, setting FROM pg_settings
        WHERE name IN ('listen_addresses', 'TimeZone', 'wal_level', 'synchronous_commit', 'max_wal_size', 'server_version_num')`,
    );
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    expect(settings).toMatchObject({
      listen_addresses: '127.0.0.1',
      TimeZone: 'UTC',
      wal_level: 'logical',
      synchronous_commit: 'on',
      max_wal_size: '4096',
    });
    expect(settings['server_version_num']).toMatch(/^18/);
    expect(statSync(path.join(dataFolder, 'postgres-superuser')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dataFolder, 'postgres')).mode & 0o777).toBe(0o700);
    const owner = statSync(`/proc/${postmasterPid(dataFolder)}`).uid;
    expect(owner).not.toBe(0);
  });

  it('writes neither a statement nor the message of an error into its log: both quote values of rows (R9.3)', async () => {
    server = await startServer({ dataFolder });
    const canary = '11010519491231002X';
    await expect(query(server, `SELECT '${canary}'::int`)).rejects.toThrow(canary);
    await server.stop();
    server = undefined;
    const folder = path.join(dataFolder, 'postgres', 'log');
    const log = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
    expect(log).toContain('database system is shut down');
    expect(log).not.toContain(canary);
  });

  it('loses nothing that was committed when it is killed with -9', async () => {
    server = await startServer({ dataFolder });
    const { port } = server;
    await query(server, 'CREATE TABLE kept (id int); INSERT INTO kept SELECT generate_series(1, 1000)');
    process.kill(postmasterPid(dataFolder), 'SIGKILL');

    server = await startServer({ dataFolder });

    expect(server).toMatchObject({ adopted: false, port });
    expect(await query(server, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 1000 }]);
  });

  it('is not kept from starting by a pid file that names another live process', async () => {
    server = await startServer({ dataFolder });
    await server.crash();
    const file = path.join(dataFolder, 'postgres', 'postmaster.pid');
    writeFileSync(file, `${process.ppid}\n${path.join(dataFolder, 'postgres')}\n1\n1\n\n127.0.0.1\n0 0\nready\n`);
    chmodSync(file, 0o644);

    server = await startServer({ dataFolder });

    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes over a server that a killed supervisor left running', async () => {
    const left = await startServer({ dataFolder });
    server = await startServer({ dataFolder });
    expect(server).toMatchObject({ adopted: true, port: left.port });
  });

  it('restarts one that an older release left running with a log that nobody can decode', async () => {
    await startServer({ dataFolder, settings: { wal_level: 'replica' } });
    server = await startServer({ dataFolder });
    expect(server.adopted).toBe(false);
    expect(await query(server, "SELECT current_setting('wal_level') AS level")).toEqual([{ level: 'logical' }]);
  });

  it('refuses a folder of another major version in both languages, and leaves it as it is', async () => {
    const cluster = path.join(dataFolder, 'postgres');
    mkdirSync(cluster);
    writeFileSync(path.join(cluster, 'PG_VERSION'), '17\n');

    const refusal = await startServer({ dataFolder }).then(
      () => undefined,
      (error: unknown) => error,
    );

    expect(refusal).toBeInstanceOf(StartProblem);
    expect(refusal).toMatchObject({
      text: { zh: expect.stringContaining('PostgreSQL 17'), en: expect.stringContaining('PostgreSQL 17') },
    });
    expect(execFileSync('ls', [cluster], { encoding: 'utf8' }).trim()).toBe('PG_VERSION');
  });

  it('says which file is missing rather than make a new password for an old database', async () => {
    server = await startServer({ dataFolder });
    await server.stop();
    await rm(path.join(dataFolder, 'postgres-superuser'));
    await expect(startServer({ dataFolder })).rejects.toThrow(/postgres-superuser is missing/);
  });
});
