// One decision at a time, 50 a second, with 40 features and 200 rules, kept; beside orders that are counted meanwhile.
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { row } from './row.mjs';
import { FEATURES, onRiskWorld, orderOf, RULES, WORKERS } from './risk-world.mjs';
import { say } from './scratch-platform.mjs';

const require = createRequire(import.meta.url);
const { appendDecisions, countOrders, decide } = require('@linggong/risk');

const PER_SECOND = 50;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
const BESIDE = 100;
const BAR_MS = 15;

async function once({ db, day, subject }, serial) {
  const asked = { moment: 'inspection', subjectKind: 'order', day, at: new Date(), subjects: [subject(serial)] };
  await db.transaction(async (tx) => appendDecisions(tx, await decide(tx, asked)));
}

/** Begun by the clock, whether the one before is done or not: a slow one does not hide those that wait behind it. */
async function atPace(world) {
  const begun = performance.now();
  const running = [];
  for (let nth = 0; nth < PER_SECOND * SECONDS; nth += 1) {
    const due = begun + (nth * 1_000) / PER_SECOND;
    await sleep(Math.max(0, due - performance.now()));
    running.push(once(world, 1 + nth * 37).then(() => performance.now() - due));
  }
  return Promise.all(running);
}

async function countBeside({ db, day }, isOver) {
  for (let serial = 20_000_000; !isOver(); serial += BESIDE) {
    const orders = Array.from({ length: BESIDE }, (_, index) =>
      orderOf(serial + index, 1 + ((serial + index) % WORKERS), day),
    );
    await db.transaction((tx) => countOrders(tx, orders));
    await sleep(500);
  }
}

await onRiskWorld(async (world) => {
  for (let nth = 0; nth < 200; nth += 1) await once(world, nth + 1);
  let over = false;
  const beside = countBeside(world, () => over);
  const took = (await atPace(world)).toSorted((one, other) => one - other);
  over = true;
  await beside;
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  say(`median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms, longest ${at(1).toFixed(1)} ms`);
  const name = `risk, one decision at ${PER_SECOND} / s, ${RULES} rules, ${FEATURES} features, p99`;
  row(name, `${at(0.99).toFixed(1)} ms`, `${BAR_MS} ms`, at(0.99) < BAR_MS);
});
