import { readFileSync } from 'node:fs';
import path from 'node:path';
import { blockerCatalogue, blockerCodes } from '.';

it('the README lists every blocker with its words and remedy', () => {
  const readme = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');
  const rows = blockerCodes.map((code) => {
    const { scope, severity, title, remedy } = blockerCatalogue[code];
    const kind = scope === 'batch' ? 'batch' : severity;
    return `| \`${code}\` | ${kind} | ${title.zh} · ${title.en} | ${remedy.label.zh} · ${remedy.label.en} |`;
  });
  expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
});
