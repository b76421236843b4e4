#!/usr/bin/env node
/**
 * The whole suite: every check of the house, then every test. Each check counts as one test. At the end it names what failed, for
 * whoever sees the last page only; the last line is `N passed, N failed`, true to what ran. The exit code is 0 only when nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import memory from './memory-disk.cjs';
import { runChecks } from './run-checks.mjs';

const report = 'test-artifacts/jest.json';
let passed = 0;
let failed = 0;

function run(name, command) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync('bash', ['-c', command], { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000_000n);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return status === 0;
}

/** What a failure says, without where it was thrown, in one line. */
function inOneLine(text) {
  const lines = stripVTControlCharacters(text ?? '').split('\n');
  const said = lines.filter((line) => !/^\s+at /.test(line) && line.trim() !== '');
  return said
    .map((line) => line.trim())
    .join(' ⏎ ')
    .slice(0, 800);
}

/** A line for each test that failed, and for each file that could not run. */
function failuresOf({ name, status, message, assertionResults }) {
  if (status !== 'failed') return [];
  const file = path.relative('.', name);
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return [`${file}: ${inOneLine(message)}`];
  const told = tests.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${inOneLine(failureMessages[0])}`);
  // A step of a journey that another one broke says nothing of its own.
  return told.filter((line) => !line.includes(': Error: not reached'));
}

const failures = [];
for (const [name, holds] of await runChecks()) {
  if (holds) passed += 1;
  else failures.push(`check ${name}`);
}
failed += failures.length;

mkdirSync('test-artifacts', { recursive: true });
rmSync(report, { force: true });
// One folder for all temporary files, so that what a broken test leaves takes no memory for ever. Databases pass through it to theirs.
const temporary = mkdtempSync(path.join(memory.memoryDisk() ?? os.tmpdir(), 'linggong-tests-'));
chmodSync(temporary, 0o711);
process.env.TMPDIR = temporary;
const jestEnded = run('jest', `npx jest --json --outputFile=${report} --silent=false`);
rmSync(temporary, { recursive: true, force: true });
try {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numTotalTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  failures.push(...testResults.flatMap(failuresOf));
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  if (numTotalTests === 0 || (!jestEnded && numFailedTests + numRuntimeErrorTestSuites === 0)) failed += 1;
} catch (error) {
  console.error(`jest wrote no report: ${error.message}`);
  failed += 1;
}

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
