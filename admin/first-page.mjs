#!/usr/bin/env node
/**
 * `npm run size -w admin` after a build: how much script the first page needs, gzip, against the bar of the console
 * (350 KB). The first page is the entry with everything it imports, one language, and the dashboard that stands behind
 * sign-in; charts and every other page come later.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const barKilobytes = 350;
const dist = process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), 'dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
const roots = ['index.html', 'src/i18n/zh/index.ts?first', 'src/dashboards/dashboard.tsx'];

const chunks = new Set();
// A page that another chunk imports from stands under the name of its chunk and not under that of its file.
const keyOf = (name) =>
  name in manifest
    ? name
    : Object.keys(manifest).find((key) => manifest[key].isDynamicEntry && manifest[key].name === path.parse(name).name);
const take = (named) => {
  const name = keyOf(named);
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the manifest has no ${named}; build the console first`);
  if (chunks.has(name)) return;
  chunks.add(name);
  for (const imported of chunk.imports ?? []) take(imported);
};
roots.forEach(take);

const sizes = [...chunks].map((name) => {
  const { file } = manifest[name];
  return { file, kilobytes: gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length / 1024 };
});
const total = sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
for (const { file, kilobytes } of sizes.sort((a, b) => b.kilobytes - a.kilobytes).slice(0, 6)) {
  process.stdout.write(`${kilobytes.toFixed(1).padStart(7)} KB  ${file}\n`);
}
process.stdout.write(
  `${total.toFixed(1).padStart(7)} KB  first page, ${sizes.length} files, gzip (bar ${barKilobytes} KB)\n`,
);
process.exitCode = total > barKilobytes ? 1 : 0;
