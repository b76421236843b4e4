#!/usr/bin/env node
/** `npm run check`: types, lint, format, who-may-call-whom, circular imports, dead code, sizes; stops at nothing, ends with a verdict. */
import { spawnSync } from 'node:child_process';
import { checks } from './checks.mjs';

const failures = checks.filter(({ name, command }) => {
  const { status } = spawnSync('bash', ['-c', command], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  return status !== 0;
});
process.exit(failures.length > 0 ? 1 : 0);
