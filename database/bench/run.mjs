// `npm run bench`: every figure that the project promises, each against its bar, in one run on this machine.
// Build first (npm run build). `npm run bench -- tax identifiers` runs some of them. Exits with 1 when a bar is missed.
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const parts = [
  'tax',
  'identifiers',
  'real-name',
  'contracts',
  'settlement',
  'million',
  'lists',
  'console-lists',
  'memory',
  'backup',
  'audit-search',
  'audit-seal',
  'trust',
  'studio-replay',
  'risk-decision',
  'risk-batch',
  'risk-features',
  'grid',
  'console',
  'dashboards',
];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${parts.join(', ')}.`);
  process.exit(2);
}

/** Runs one bench in a process of its own; what it prints on stdout are rows `name | figure | bar | met or MISSED`. */
function run(part) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(here, `${part}.mjs`)], {
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rows = '';
    child.stdout.on('data', (chunk) => (rows += chunk));
    child.once('close', (code) => resolve({ part, rows: rows.trim(), met: code === 0 }));
  });
}

const results = [];
for (const part of wanted.length > 0 ? wanted : parts) {
  console.error(`▸ ${part} … (load ${loadavg()[0]?.toFixed(1)})`);
  results.push(await run(part));
}

const load = loadavg()[0]?.toFixed(1);
console.log(
  `\n${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load}\n`,
);
console.log('| work | figure | bar | |\n| --- | --- | --- | --- |');
for (const { part, rows } of results) console.log(rows || `| ${part} | failed, see above | | MISSED |`);
process.exitCode = results.every(({ met }) => met) ? 0 : 1;
