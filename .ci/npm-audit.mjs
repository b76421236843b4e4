#!/usr/bin/env node
/**
 * Known faults of the packages that the product runs on (npm audit, level high and above). Each needs a line in
 * `.ci/audit-exceptions.json` – why it does not reach us, who decided, until when – or the check fails; so does a line that has run out
 * or that nothing needs any more. A registry that does not answer is no passed check: it is said, and fails with NPM_AUDIT=required.
 *
 * `--report <file>` reads an answer of npm instead of asking; `--exceptions <file>` and `--today <YYYY-MM-DD>` are for tests.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    report: { type: 'string' },
    exceptions: { type: 'string', default: '.ci/audit-exceptions.json' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});

const levels = new Set(['high', 'critical']);
const fields = ['advisory', 'package', 'why', 'reachable', 'by', 'until'];

/** What npm said: its advisories of these levels, or undefined where it could not say. */
function advisoriesOf(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof report.vulnerabilities !== 'object' || report.error) return undefined;
  const found = Object.values(report.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((one) => typeof one === 'object' && levels.has(one.severity))
    .map(({ url, name, title, severity }) => ({ advisory: url.split('/').at(-1), package: name, title, severity }));
  return [...new Map(found.map((one) => [`${one.advisory} ${one.package}`, one])).values()];
}

function faultsOf(advisories, exceptions) {
  const isFor = (exception) => (one) => one.advisory === exception.advisory && one.package === exception.package;
  const unfit = exceptions.flatMap((exception) => {
    const name = `exception ${exception.advisory} ${exception.package}`;
    const missing = fields.filter((field) => typeof exception[field] !== 'string' || exception[field] === '');
    if (missing.length > 0) return [`${name}: lacks ${missing.join(', ')}`];
    if (!/^\d{4}-\d\d-\d\d$/.test(exception.until)) return [`${name}: until is no day`];
    if (exception.until < options.today) return [`${name}: ran out on ${exception.until}`];
    return advisories.some(isFor(exception)) ? [] : [`${name}: nothing needs it any more`];
  });
  const open = advisories.filter((one) => !exceptions.some((exception) => isFor(exception)(one)));
  return [...unfit, ...open.map((one) => `${one.severity} ${one.package}: ${one.title} (${one.advisory})`)];
}

const text = options.report
  ? readFileSync(options.report, 'utf8')
  : spawnSync('npm', ['audit', '--json', '--omit=dev'], { encoding: 'utf8', maxBuffer: 64 << 20 }).stdout;
const advisories = advisoriesOf(text ?? '');
if (advisories === undefined) {
  console.log('NOT CHECKED npm audit: the registry gave no answer to the question for known faults');
  process.exit(process.env.NPM_AUDIT === 'required' ? 1 : 0);
}
const faults = faultsOf(advisories, JSON.parse(readFileSync(options.exceptions, 'utf8')));
for (const fault of faults) console.log(`npm audit: ${fault}`);
console.log(
  `${faults.length === 0 ? 'ok    ' : 'FAILED'} npm audit (${advisories.length} advisories of level high and above)`,
);
process.exit(faults.length === 0 ? 0 : 1);
