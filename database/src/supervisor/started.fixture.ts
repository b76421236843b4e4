import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../repository';

export const administrators = {
  LINGGONG_SYSTEM_ADMIN: 'system.first:Sys-Passw0rd-1',
  LINGGONG_SECURITY_ADMIN: 'security.first:Sec-Passw0rd-1',
  LINGGONG_AUDIT_ADMIN: 'audit.first:Aud-Passw0rd-1',
};

/** `npm start` as a test runs it. */
export interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts the supervisor on a data folder and a port of loopback; nothing else of this environment reaches it. */
export function start(dataFolder: string, port: number, extra: Readonly<Record<string, string>>): Started {
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
}

/** Waits for what a fault or a start brings about; the limit is far above what two busy cores need. */
export async function until(what: string, done: () => Promise<boolean> | boolean, limitMs = 240_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`waited too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/_ready`).then(
    (answer) => answer.ok,
    () => false,
  );

/** @throws Error with what it said, where it ends instead */
export function untilReady(started: Started, port: number): Promise<void> {
  return until('the platform is ready', () => {
    if (started.process.exitCode !== null) throw new Error(`it ended:\n${started.said()}`);
    return isReady(port);
  });
}

/** Processes of an installation, told by its data folder in their environment or command line. */
export function processesOf(dataFolder: string): { pid: number; command: string; environment: string }[] {
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
