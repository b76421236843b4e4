#!/usr/bin/env node
/**
 * The whole suite: every check of the house, then every test. Each check counts as one test. The last line is
 * `N passed, N failed`, true to what ran; the exit code is 0 only when nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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

for (const holds of (await runChecks()).values()) {
  if (holds) passed += 1;
  else failed += 1;
}

mkdirSync('test-artifacts', { recursive: true });
rmSync(report, { force: true });
// One folder for all temporary files, so that what a broken test leaves takes no memory for ever. Databases pass through it to theirs.
const temporary = mkdtempSync(path.join(memory.memoryDisk() ?? os.tmpdir(), 'linggong-tests-'));
chmodSync(temporary, 0o711);
process.env.TMPDIR = temporary;
const jestEnded = run('jest', `npx jest --json --outputFile=${report} --silent=false`);
rmSync(temporary, { recursive: true, force: true });
try {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numTotalTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  if (numTotalTests === 0 || (!jestEnded && numFailedTests + numRuntimeErrorTestSuites === 0)) failed += 1;
} catch (error) {
  console.error(`jest wrote no report: ${error.message}`);
  failed += 1;
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
