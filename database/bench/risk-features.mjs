// What it costs to keep the features of a paid order, in hearings of 500 as settlement tells them, amortised over a batch.
import { createRequire } from 'node:module';
import { grouped, row } from './row.mjs';
import { onRiskWorld, orderOf, WORKERS } from './risk-world.mjs';

const require = createRequire(import.meta.url);
const { countOrders } = require('@linggong/risk');

const ORDERS = Number(process.env.BENCH_ORDERS ?? 100_000);
const HEARING = 500;
const BAR_MS = 1;

await onRiskWorld(async ({ db, day }) => {
  const begun = process.hrtime.bigint();
  for (let start = 0; start < ORDERS; start += HEARING) {
    const orders = Array.from({ length: HEARING }, (_, index) =>
      orderOf(10_000_000 + start + index, 1 + ((start + index) % WORKERS), day),
    );
    const { counted } = await db.transaction((tx) => countOrders(tx, orders));
    if (counted !== HEARING) throw new Error(`${counted} of ${HEARING} orders were counted`);
  }
  const ms = Number(process.hrtime.bigint() - begun) / 1e6 / ORDERS;
  row(`risk, features of a paid order (${grouped(ORDERS)} orders)`, `${ms.toFixed(3)} ms`, `${BAR_MS} ms`, ms < BAR_MS);
});
