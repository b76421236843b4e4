// Memory of the whole embedded platform after its demo: supervisor, platform and PostgreSQL, as proportional set size, which
// counts a page that several processes share once.   BENCH_PORT=14099
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { onDemoPlatform } from './demo-platform.mjs';
import { row } from './row.mjs';
import { say } from './scratch-platform.mjs';

const MEMORY_MAX_MB = 500;

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

await onDemoPlatform(async ({ folder, supervisor }) => {
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
});
