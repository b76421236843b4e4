import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@linggong/database/testing';
import { copyFounded } from './founded-demo';
import { untilAtRest } from './until-at-rest';

/** One account of the demo platform; the password is random. */
export interface Account {
  readonly role: string;
  readonly identifier: string;
  readonly password: string;
  /** Of the second factor, where the role works with one only. */
  readonly totpSecret?: string;
}

export interface Platform {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly address: string;
  /** @throws Error where the demo has no account of this role */
  accountOf(role: string): Account;
  readonly roles: readonly string[];
  /** Its data folder; what it writes for the moment lies in `tmp` below it. */
  readonly folder: string;
  /** Everything that its processes have printed. */
  said(): string;
  /** Stops the platform as an operator does and removes its data. @returns the exit code and the processes it left behind. */
  stop(): Promise<{ exitCode: number | null; left: string[] }>;
}

const entry = path.resolve(__dirname, '../../database/dist/start.js');
/** A demo prints some kilobytes; a platform that prints for ever fills no memory. */
const saidMax = 10_000_000;
const readyLimitMs = 10 * 60_000;

/**
 * Starts what `npm start` starts, with its own PostgreSQL and the demo, in a private folder and on a free port. The demo is founded once
 * a run, by the first who asks; everybody starts on a copy of his own.
 * @throws Error with what the process said, where it ends or is not ready in time
 */
export async function startPlatform(): Promise<Platform> {
  const folder = await privateFolder();
  try {
    const told = await copyFounded(folder, foundDemo);
    await mkdir(path.join(folder, 'tmp'));
    return await serve(folder, told);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Founds the demo in an empty folder as a first start does, waits until its work in the background is done, and stops. @returns what it said */
async function foundDemo(folder: string): Promise<string> {
  await mkdir(path.join(folder, 'tmp'));
  const running = run(folder, await freePort());
  try {
    await untilReady(running);
    await untilAtRest(folder);
  } finally {
    running.process.kill('SIGTERM');
    await running.ended;
  }
  const { exitCode } = running.process;
  if (exitCode !== 0) throw new Error(`the platform that was founded did not stop well:\n${lastOf(running.said())}`);
  await rm(path.join(folder, 'tmp'), { recursive: true, force: true });
  return running.said();
}

/** @param told what it said before, when it was founded */
async function serve(folder: string, told: string): Promise<Platform> {
  const running = run(folder, await freePort());
  const stop = async () => {
    running.process.kill('SIGTERM');
    const exitCode = await running.ended;
    const left = processesOf(folder);
    await rm(folder, { recursive: true, force: true });
    return { exitCode, left };
  };
  try {
    await untilReady(running);
    const accounts = await readAccounts(path.join(folder, 'demo-accounts.json'));
    const accountOf = (role: string): Account => {
      const found = accounts.find((account) => account.role === role);
      if (found === undefined) throw new Error(`the demo has no account of the role ${role}`);
      return found;
    };
    const said = (): string => told + running.said();
    return { address: running.address, accountOf, roles: accounts.map(({ role }) => role), folder, said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The database's own account (where we are root) passes through this folder to its cluster. */
async function privateFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linggong-journey-'));
  await chmod(folder, 0o711);
  return folder;
}

interface Running {
  readonly address: string;
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function run(folder: string, port: number): Running {
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: process.env['NODE_OPTIONS'],
      LINGGONG_DATA: folder,
      TMPDIR: path.join(folder, 'tmp'),
      LINGGONG_DEMO: 'on',
      HOST: '127.0.0.1',
      PORT: port.toString(),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (chunk: Buffer): void => {
    said = (said + chunk.toString('utf8')).slice(-saidMax);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { address: `http://127.0.0.1:${port.toString()}`, process: child, said: () => said, ended };
}

async function untilReady({ address, process: child, said }: Running): Promise<void> {
  const end = performance.now() + readyLimitMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the platform ended:\n${lastOf(said())}`);
    const ready = await fetch(`${address}/_ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (performance.now() > end) throw new Error(`the platform was not ready in time:\n${lastOf(said())}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const lastOf = (said: string): string => said.slice(-20_000);

async function readAccounts(file: string): Promise<readonly Account[]> {
  // The demo writes this very shape (database/src/demo/demo-accounts.ts).
  return JSON.parse(await readFile(file, 'utf8')) as Account[];
}

/** Command lines of the processes that work in this data folder: the database's, the platform's. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
        const command = read('cmdline');
        return command.includes(folder) || read('environ').includes(`LINGGONG_DATA=${folder} `) ? [command] : [];
      } catch {
        return []; // it ended while we looked
      }
    });
}
