#!/usr/bin/env node
/** `npm run check`: types, lint, format, who-may-call-whom, circular imports, dead code, sizes; stops at nothing, ends with a verdict. */
import { runChecks } from './run-checks.mjs';

const held = await runChecks();
process.exit([...held.values()].includes(false) ? 1 : 0);
