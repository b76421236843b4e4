// Memory of the whole embedded platform after its demo: supervisor, platform and PostgreSQL, as proportional set size, which
// counts a page that several processes share once.   BENCH_PORT=14099
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { row } from './row.mjs';
import { say } from './scratch-platform.mjs';

const MEMORY_MAX_MB = 500;
const PORT = Number(process.env.BENCH_PORT ?? 14_099);
/** The demo's own garbage is gone by then, and schedules have run. */
const CALM_SECONDS = 30;
const READY_SECONDS_MAX = 900;

const entry = fileURLToPath(new URL('../dist/start.js', import.meta.url));

async function parents() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const known = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      return [Number(pid), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0)];
    }),
  );
  return new Map(known);
}

/** A process and everything below it. */
function familyOf(head, parentOf) {
  const isBelow = (pid) => {
    for (let one = pid; one > 1; one = parentOf.get(one) ?? 0) if (one === head) return true;
    return false;
  };
  return [...parentOf.keys()].filter(isBelow);
}

async function proportionalMb(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
}

async function untilReady(supervisor) {
  for (let second = 0; second < READY_SECONDS_MAX; second += 1) {
    if (supervisor.exitCode !== null) throw new Error(`the platform ended with ${supervisor.exitCode}`);
    const ready = await fetch(`http://127.0.0.1:${PORT}/_ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await pause(1_000);
  }
  throw new Error('the platform was not ready in time');
}

const folder = await mkdtemp(path.join(tmpdir(), 'linggong-memory-'));
await chmod(folder, 0o711);
const supervisor = spawn(process.execPath, [entry], {
  env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(PORT), LINGGONG_DATA: folder, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 2, 2],
});
const ended = new Promise((resolve) => supervisor.once('exit', resolve));
try {
  await untilReady(supervisor);
  await pause(CALM_SECONDS * 1_000);
  const [postmaster] = (await readFile(path.join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n').map(Number);
  const parentOf = await parents();
  const families = { node: familyOf(supervisor.pid, parentOf), postgres: familyOf(postmaster, parentOf) };
  let total = 0;
  for (const [name, pids] of Object.entries(families)) {
    const sizes = await Promise.all(pids.map(proportionalMb));
    const sum = sizes.reduce((one, other) => one + other, 0);
    say(
      `${name}: ${pids.length} processes, ${sum.toFixed(0)} MB (${sizes.map((size) => size.toFixed(0)).join(' + ')})`,
    );
    total += sum;
  }
  const name = 'whole embedded platform after the demo, proportional set size';
  row(name, `${total.toFixed(0)} MB`, `${MEMORY_MAX_MB} MB`, total > 0 && total < MEMORY_MAX_MB);
} finally {
  supervisor.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}
