// A million lines in ten batches, one after the other on one database: does the time per line grow with the tables?
//   BENCH_LINES=100000 is one batch of the ten.
import { grouped, row } from './row.mjs';
import { say } from './scratch-platform.mjs';
import { runSettlement, secondsOf, secondsPerLine } from './settlement-run.mjs';

const LINES = Number(process.env.BENCH_LINES ?? 100_000);
const BATCHES = 10;
const GROWTH_MAX = 1.2;

const { batches, copy } = await runSettlement(Array.from({ length: BATCHES }, () => LINES));
for (const [index, batch] of batches.entries()) {
  const seconds = ['quotedSeconds', 'confirmedSeconds', 'bookedSeconds'].map((key) => batch[key].toFixed(1));
  say(`batch ${index + 1}: quoted ${seconds[0]} s, confirmed ${seconds[1]} s, booked ${seconds[2]} s`);
}
say(
  `the last one ${(secondsOf(batches.at(-1)) / copy.seconds).toFixed(1)} × COPY of its ${grouped(copy.rows)} rows (${copy.seconds.toFixed(2)} s)`,
);
const [first] = batches;
const growth = secondsPerLine(batches.at(-1)) / secondsPerLine(first);
row(
  `${grouped(LINES * BATCHES)} lines in ten batches, time per line of the last against the first`,
  `${growth.toFixed(2)} ×`,
  `${GROWTH_MAX} ×`,
  growth <= GROWTH_MAX,
);
