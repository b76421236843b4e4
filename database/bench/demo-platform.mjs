// The whole embedded platform with its demo, as `npm start` begins it, in a folder of its own and thrown away after the bench.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PORT = Number(process.env.BENCH_PORT ?? 14_099);
/** The demo's own garbage is gone by then, and schedules have run. */
const CALM_SECONDS = 30;
const READY_SECONDS_MAX = 900;

const entry = fileURLToPath(new URL('../dist/start.js', import.meta.url));

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

/** @param work is given the data folder, the address and the supervising process, once the demo is there and all is calm */
export async function onDemoPlatform(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'linggong-demo-'));
  await chmod(folder, 0o711);
  const supervisor = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(PORT), LINGGONG_DATA: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 2, 2],
  });
  const ended = new Promise((resolve) => supervisor.once('exit', resolve));
  try {
    await untilReady(supervisor);
    await pause(CALM_SECONDS * 1_000);
    await work({ folder, base: `http://127.0.0.1:${PORT}`, supervisor });
  } finally {
    supervisor.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}
