#!/usr/bin/env node
/**
 * The size rule of the house: a file of at most 400 lines, a function of at most 70. A factory that only returns inner
 * functions counts those one by one. Tests count as files, their describe blocks do not count as functions.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const fileMax = 400;
const functionMax = 70;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((name) => name && !name.includes('/generated/') && !name.endsWith('.d.ts'));

const lines = [];
const functionLines = [];
const faults = [];
for (const name of files) {
  let text;
  try {
    text = readFileSync(name, 'utf8');
  } catch {
    continue; // deleted in the working tree
  }
  const count = text.split('\n').length - 1;
  const isTest = /\.test\.tsx?$/.test(name);
  if (!isTest) lines.push(count);
  if (count > fileMax) faults.push(`${name}: ${count} lines (max ${fileMax})`);
  if (!isTest) measureFunctions(name, text);
}

function measureFunctions(name, text) {
  const source = ts.createSourceFile(
    name,
    text,
    ts.ScriptTarget.ES2022,
    true,
    name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const visit = (node) => {
    const inner = [];
    ts.forEachChild(node, (child) => {
      inner.push(visit(child)); // a truthy answer would end the walk
    });
    const nested = inner.reduce((sum, length) => sum + length, 0);
    if (!ts.isFunctionLike(node) || !node.body || !ts.isBlock(node.body)) return nested;
    const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    const end = source.getLineAndCharacterOfPosition(node.end).line;
    const whole = end - start + 1;
    const own = whole - nested;
    functionLines.push(own);
    if (own > functionMax) faults.push(`${name}:${start + 1}: function of ${own} lines (max ${functionMax})`);
    return whole;
  };
  visit(source);
}

const quantile = (values, q) => values.sort((a, b) => a - b)[Math.floor(values.length * q)] ?? 0;
console.log(
  `files ${lines.length}: median ${quantile(lines, 0.5)}, p90 ${quantile(lines, 0.9)} lines; functions ${functionLines.length}: median ${quantile(functionLines, 0.5)}, p90 ${quantile(functionLines, 0.9)} lines`,
);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
