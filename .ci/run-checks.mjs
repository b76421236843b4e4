/**
 * Runs the checks of `checks.mjs`: the build first, which most others read, and beside it those that read sources alone; two at a time,
 * the longest first. Each says its piece when it ends.
 */
import { spawn } from 'node:child_process';
import { checks } from './checks.mjs';

/** As many as the smallest machine has cores. */
const together = 2;

/** @returns whether each held, by name */
export async function runChecks() {
  const [build, ...others] = checks;
  const held = new Map();
  const work = async (waiting) => {
    for (let check = waiting.shift(); check; check = waiting.shift()) held.set(...(await run(check)));
  };
  const longestFirst = others.toSorted((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0));
  const sources = longestFirst.filter(({ reads }) => reads === 'sources');
  const afterBuild = longestFirst.filter(({ reads }) => reads !== 'sources');
  const built = work([build]);
  await Promise.all([
    built.then(() => work(afterBuild)),
    ...Array.from({ length: together - 1 }, async () => {
      await work(sources);
      await built;
      await work(afterBuild);
    }),
  ]);
  return held;
}

function run({ name, command }) {
  const started = performance.now();
  const child = spawn('bash', ['-c', command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'UTC' },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      const seconds = Math.floor((performance.now() - started) / 1_000);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve([name, status === 0]);
    });
  });
}
