// Cumulative computations a second on one core, each with VAT, surcharges, income tax, receivable, net pay and its trace.
// A year of workers who are paid once to three times a month, in chunks of 1,000 workers as a settlement job computes them.
import { createRequire } from 'node:module';
import { grouped, row } from './row.mjs';

const require = createRequire(import.meta.url);
const { advance, EMPTY_CUMULATION, INITIAL_TABLES, rulesOn } = require('@linggong/tax/domain');

const BAR = 2_000_000;
const WORKERS = 1_000;
const CHUNKS = 50;
const ROUNDS = 5;
const vat = { role: 'platform-files', urbanMaintenanceRate: 70_000n };

/** Repeatable amounts from 300 to 12,300 yuan, and now and then up to 120,000: those cross the monthly VAT threshold. */
function amountFen(seed) {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return BigInt(30_000 + (mixed % (seed % 10 === 0 ? 12_000_000 : 1_200_000)));
}

function paymentsOf(month) {
  const paidOn = `2026-${String(month).padStart(2, '0')}-15`;
  const payments = [];
  for (let worker = 0; worker < WORKERS; worker += 1) {
    for (let nth = 0; nth <= worker % 3; nth += 1) {
      payments.push({ worker, payment: { paidOn, grossFen: amountFen(worker * 64 + month * 4 + nth), vat } });
    }
  }
  return { rules: rulesOn(INITIAL_TABLES, paidOn, { regime: 'platform-labor' }), payments };
}

const year = Array.from({ length: 12 }, (_, index) => paymentsOf(index + 1));

/** @returns computations of one year of one chunk */
function computeYear() {
  const states = new Array(WORKERS).fill(EMPTY_CUMULATION);
  let computed = 0;
  let withheldFen = 0n;
  for (const { rules, payments } of year) {
    for (const { worker, payment } of payments) {
      const { state, result, trace } = advance(states[worker], payment, rules);
      if (trace.incomeTax.taxFen !== result.incomeTaxFen) throw new Error('the trace tells another tax');
      states[worker] = state;
      withheldFen += result.incomeTaxFen;
    }
    computed += payments.length;
  }
  if (withheldFen === 0n) throw new Error('the bench withheld no tax');
  return computed;
}

function computationsPerSecond() {
  const begun = process.hrtime.bigint();
  let computed = 0;
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) computed += computeYear();
  return computed / (Number(process.hrtime.bigint() - begun) / 1e9);
}

computationsPerSecond();
const figures = Array.from({ length: ROUNDS }, computationsPerSecond).sort((one, other) => one - other);
const median = figures[Math.floor(ROUNDS / 2)];
row('tax, cumulative with trace, one core', `${grouped(median)} / s`, `${grouped(BAR)} / s`, median >= BAR);
