import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../embedded/free-port';
import { administrators, isReady, processesOf, start, until, untilReady, type Started } from './started.fixture';

describe('npm start', () => {
  let dataFolder: string;
  let port: number;
  let running: Started;

  const ready = (): Promise<boolean> => isReady(port);
  const signIn = (): Promise<number> =>
    fetch(`http://127.0.0.1:${port}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: 'system.first', password: 'Sys-Passw0rd-1' }),
    }).then(
      ({ status }) => status,
      () => 0,
    );
  const startReady = async (extra: Record<string, string>): Promise<void> => {
    running = start(dataFolder, port, extra);
    await untilReady(running, port);
  };
  // PostgreSQL removes its pid file, by which it counts as stopped, some moments before it has given back its memory.
  const nothingRuns = () => until('its children are gone', () => processesOf(dataFolder).length === 0, 30_000);
  const platform = () => processesOf(dataFolder).find(({ command }) => command.includes('cms/dist/src/serve.js'));

  beforeAll(async () => {
    dataFolder = await mkdtemp(path.join(os.tmpdir(), 'linggong-start-'));
    chmodSync(dataFolder, 0o711);
    port = await freePort();
  });
  afterAll(async () => {
    running.process.kill('SIGTERM');
    await running.ended;
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('does not start without its three first administrators, and says how to give them', async () => {
    running = start(dataFolder, port, {});
    expect(await running.ended).toBe(1);
    expect(running.said()).toMatch(/LINGGONG_SYSTEM_ADMIN/);
    await nothingRuns();
  }, 300_000);

  it('names the one whose password is too weak, before anything else is done', async () => {
    running = start(dataFolder, port, { ...administrators, LINGGONG_AUDIT_ADMIN: 'audit.first:short' });
    expect(await running.ended).toBe(1);
    expect(running.said()).toMatch(/Audit administrator: a password has/);
    expect(running.said()).not.toMatch(/Migrating/);
  }, 300_000);

  it('leaves nothing behind when it is stopped in the middle of its first start', async () => {
    running = start(dataFolder, port, administrators);
    await until('it migrates', () => running.said().includes('▸ 迁移数据库结构'));
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(130);
    expect(running.said()).toMatch(/Stopped; the next start goes on/);
    await nothingRuns();
  }, 300_000);

  it('starts with them, is ready, and lets the first one sign in', async () => {
    await startReady(administrators);
    expect(await signIn()).toBe(200);
    await until('the summary', () => running.said().includes(`http://127.0.0.1:${port}/console`));
    for (const secret of Object.values(administrators)) {
      expect(running.said()).not.toContain(secret.split(':')[1]);
    }
  }, 300_000);

  it('gives the platform rows and nothing else: neither the owner nor first passwords are in its environment', () => {
    const environment = platform()?.environment ?? '';
    expect(environment).toContain('postgres://linggong_app:');
    expect(environment).not.toMatch(/linggong_owner|postgres:\/\/postgres|DATABASE_OWNER_URL|LINGGONG_\w+_ADMIN/);
  });

  it('has the platform back when that is killed with -9', async () => {
    const killed = platform()?.pid ?? 0;
    process.kill(killed, 'SIGKILL');
    await until('another process serves', async () => platform()?.pid !== killed && (await ready()));
    expect(await signIn()).toBe(200);
  }, 120_000);

  it('has the database back when that is killed with -9, and the platform goes on', async () => {
    const [pid] = readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    const serving = platform()?.pid;
    process.kill(Number(pid), 'SIGKILL');
    await until('the database is back', () => running.said().includes('The database is back'));
    await until('people can sign in', async () => (await signIn()) === 200);
    expect(platform()?.pid).toBe(serving);
  }, 120_000);

  it('refuses a second start on the same data', async () => {
    const second = start(dataFolder, await freePort(), {});
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/running already/);
    expect(await ready()).toBe(true);
  }, 120_000);

  it('takes the platform down with it when the supervisor itself is killed with -9, and starts again on top of that', async () => {
    running.process.kill('SIGKILL');
    await running.ended;
    await until('the platform is gone', () => platform() === undefined);
    await startReady({});
    expect(await signIn()).toBe(200);
  }, 300_000);

  it('stops on SIGTERM with nothing left behind', async () => {
    running.process.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    await nothingRuns();
    expect(existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  }, 120_000);
});
