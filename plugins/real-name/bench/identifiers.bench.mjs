// Checks a second on one core, each kind alone and all kinds mixed, valid and refused values in turn.
// Run after `npm run build`: node plugins/real-name/bench/identifiers.bench.mjs
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { checkIdentifier, identifierKinds } = require('@linggong/real-name/domain');
const identifiers = require('../src/domain/vectors/identifiers.json');
const others = require('../src/domain/vectors/other-identifiers.json');

const TODAY = '2026-11-22';
const SECONDS_EACH = Number(process.env.BENCH_SECONDS ?? 1);
const ROUND = 20_000;
const BAR = 1_000_000;

const first = (row) => row[0];
const valuesOf = {
  'resident-id': [...identifiers.resident, ...identifiers.residentInvalid.map(first)],
  'hmt-residence-permit': [...identifiers.hmt, ...identifiers.hmtInvalid.map(first)],
  'foreign-pr-card': [...identifiers.fpr, ...identifiers.fprInvalid.map(first)],
  uscc: [...identifiers.uscc, ...identifiers.usccInvalid.map(first)],
  'bank-card': [...identifiers.cards, ...identifiers.cardsInvalid.map(first)],
  mobile: [...others.mobValid, ...others.mobInvalid],
  cnaps: [...others.cnapsValid, ...others.cnapsBad],
  'e-invoice-number': [...others.inv, ...others.invBad],
};

/** @param {[string, string][]} cases */
function checksPerSecond(cases) {
  let done = 0;
  let valid = 0;
  const start = process.hrtime.bigint();
  const end = start + BigInt(Math.round(SECONDS_EACH * 1e9));
  while (process.hrtime.bigint() < end) {
    for (let i = 0; i < ROUND; i += 1) {
      const [kind, value] = cases[i % cases.length];
      if (checkIdentifier(kind, value, TODAY).valid) valid += 1;
    }
    done += ROUND;
  }
  if (valid === 0) throw new Error('the bench checked nothing valid');
  return Math.round(done / (Number(process.hrtime.bigint() - start) / 1e9));
}

const casesOf = (kind) => valuesOf[kind].map((value) => [kind, value]);
const mixed = identifierKinds.flatMap(casesOf);
checksPerSecond(mixed);

const figures = Object.fromEntries(identifierKinds.map((kind) => [kind, checksPerSecond(casesOf(kind))]));
figures.mixed = checksPerSecond(mixed);
for (const [name, figure] of Object.entries(figures)) {
  console.log(`${name.padEnd(22)} ${figure.toLocaleString('en-US').padStart(12)} checks/s`);
}
console.log(`bar ${BAR.toLocaleString('en-US')} checks/s mixed: ${figures.mixed >= BAR ? 'met' : 'MISSED'}`);
process.exitCode = figures.mixed >= BAR ? 0 : 1;
