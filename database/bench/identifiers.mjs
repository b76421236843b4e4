// Identity checks a second on one core: all eight kinds mixed, valid and refused values in turn (domain.md section 5).
import { createRequire } from 'node:module';
import { grouped, row } from './row.mjs';

const require = createRequire(import.meta.url);
const { checkIdentifier } = require('@linggong/real-name/domain');
const identifiers = require('../../plugins/core/src/domain/identifiers/vectors/identifiers.json');
const others = require('../../plugins/core/src/domain/identifiers/vectors/other-identifiers.json');

const BAR = 1_000_000;
const ROUNDS = 5;
const CHECKS = 1_000_000;
const TODAY = '2026-11-22';

const value = (entry) => (Array.isArray(entry) ? entry[0] : entry);
const kinds = [
  ['resident-id', identifiers.resident, identifiers.residentInvalid],
  ['hmt-residence-permit', identifiers.hmt, identifiers.hmtInvalid],
  ['foreign-pr-card', identifiers.fpr, identifiers.fprInvalid],
  ['uscc', identifiers.uscc, identifiers.usccInvalid],
  ['bank-card', identifiers.cards, identifiers.cardsInvalid],
  ['mobile', others.mobValid, others.mobInvalid],
  ['cnaps', others.cnapsValid, others.cnapsBad],
  ['e-invoice-number', others.inv, others.invBad],
];
const cases = kinds.flatMap(([kind, valid, refused]) => [...valid, ...refused].map((entry) => [kind, value(entry)]));

function checksPerSecond() {
  let valid = 0;
  const begun = process.hrtime.bigint();
  for (let i = 0; i < CHECKS; i += 1) {
    const [kind, text] = cases[i % cases.length];
    if (checkIdentifier(kind, text, TODAY).valid) valid += 1;
  }
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (valid === 0 || valid === CHECKS) throw new Error('the bench checked only one outcome');
  return CHECKS / seconds;
}

checksPerSecond();
const figures = Array.from({ length: ROUNDS }, checksPerSecond).sort((one, other) => one - other);
const median = figures[Math.floor(ROUNDS / 2)];
row('identity checks, eight kinds mixed, one core', `${grouped(median)} / s`, `${grouped(BAR)} / s`, median >= BAR);
