import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One row of the table in the README: what comes in, and what is answered. */
export interface BadInputRow {
  readonly input: string;
  readonly answer: string;
  readonly zh: string;
  readonly en: string;
}

const README = path.join(__dirname, '../../README.md');
const BEGIN = '<!-- bad-input: written by `npm run -w plugins/settlement bad-input` -->';
const END = '<!-- /bad-input -->';

/** Numbers of batches and instants differ from run to run; the table shows their form. */
function lasting(text: string): string {
  return text
    .replace(/[A-Z]{2}-\d{4}-\d{2}-\d{4,}/g, 'PB-2026-11-0001')
    .replace(/BI-\d+/g, 'TK-1')
    .replaceAll('|', '\\|')
    .trim();
}

export function table(rows: readonly BadInputRow[]): string {
  const lines = rows.map(
    ({ input, answer, zh, en }) => `| ${lasting(input)} | ${answer} | ${lasting(zh)} | ${lasting(en)} |`,
  );
  return ['| input | answer | 中文 | English |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** The table as the README has it. */
export function readmeTable(): string {
  const [, rest = ''] = readFileSync(README, 'utf8').split(BEGIN);
  return (rest.split(END)[0] ?? '').trim();
}

export function writeReadmeTable(text: string): void {
  const readme = readFileSync(README, 'utf8');
  const [before = '', rest = ''] = readme.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  writeFileSync(README, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}
