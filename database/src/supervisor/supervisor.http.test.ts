import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../embedded/free-port';
import { repositoryRoot } from '../repository';

const administrators = {
  LINGGONG_SYSTEM_ADMIN: 'system.first:Sys-Passw0rd-1',
  LINGGONG_SECURITY_ADMIN: 'security.first:Sec-Passw0rd-1',
  LINGGONG_AUDIT_ADMIN: 'audit.first:Aud-Passw0rd-1',
};

interface Running {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Exit code. */
  readonly ended: Promise<number | null>;
}

/** Waits for what a fault or a start brings about; the limit is far above what two busy cores need. */
async function until(what: string, done: () => Promise<boolean> | boolean, limitMs = 240_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`waited too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Processes of this installation, told by its data folder in their environment or command line. */
function processesOf(dataFolder: string): { pid: number; command: string; environment: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
        const found = { pid: Number(pid), command: read('cmdline'), environment: read('environ') };
        return found.command.includes(dataFolder) || found.environment.includes(`LINGGONG_DATA=${dataFolder} `)
          ? [found]
          : [];
      } catch {
        return []; // it ended while we looked
      }
    });
}

describe('npm start', () => {
  let dataFolder: string;
  let port: number;
  let running: Running;

  const ready = async (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/_ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  const signIn = (): Promise<number> =>
    fetch(`http://127.0.0.1:${port}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: 'system.first', password: 'Sys-Passw0rd-1' }),
    }).then(
      ({ status }) => status,
      () => 0,
    );
  const start = (extra: Record<string, string>): Running => {
    const child = spawn(process.execPath, [path.join(repositoryRoot, 'database/dist/start.js')], {
      env: {
        PATH: process.env['PATH'],
        NODE_OPTIONS: process.env['NODE_OPTIONS'],
        LINGGONG_DATA: dataFolder,
        LINGGONG_DEMO: 'off',
        HOST: '127.0.0.1',
        PORT: String(port),
        ...extra,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { process: child, said: () => said, ended };
  };
  const startReady = async (extra: Record<string, string>): Promise<void> => {
    running = start(extra);
    await until('the platform is ready', async () => {
      if (running.process.exitCode !== null) throw new Error(`it ended:\n${running.said()}`);
      return ready();
    });
  };
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
    running = start({});
    expect(await running.ended).toBe(1);
    expect(running.said()).toMatch(/LINGGONG_SYSTEM_ADMIN/);
    expect(processesOf(dataFolder)).toEqual([]);
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
    const second = start({ PORT: String(await freePort()) });
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
    expect(processesOf(dataFolder)).toEqual([]);
    expect(existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  }, 120_000);
});
