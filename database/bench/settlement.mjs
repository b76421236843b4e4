// The main job at full size: a payout sheet from upload to quoted and from release to booked, everything on, beside a COPY of
// the same final rows into bare heaps on the same server. Through the API, as linggong_app, queues drained in the process.
//   BENCH_LINES=100000 (and a tenth of it for the time per line).
import { grouped, row } from './row.mjs';
import { say } from './scratch-platform.mjs';
import { runSettlement, secondsOf, secondsPerLine } from './settlement-run.mjs';

const LINES = Number(process.env.BENCH_LINES ?? 100_000);
const COPIES_MAX = 20;
const GROWTH_MAX = 1.3;
const MEMORY_MAX_MB = 1024;

const { batches, peakMb, copy } = await runSettlement([Math.round(LINES / 10), LINES]);
const [small, large] = batches;
const growth = secondsPerLine(large) / secondsPerLine(small);
say(`upload to quoted ${large.quotedSeconds.toFixed(1)} s, release to booked ${large.bookedSeconds.toFixed(1)} s`);
const whole = secondsOf(large) + large.confirmedSeconds;
say(
  `confirming between the two ${large.confirmedSeconds.toFixed(1)} s: in all ${(whole / copy.seconds).toFixed(1)} × COPY`,
);
say(`${grouped(copy.rows)} final rows in ${copy.tables} tables, COPY ${copy.seconds.toFixed(2)} s`);
say(`${large.paid} of ${large.lines} paid; ${(1e6 * secondsPerLine(large)).toFixed(0)} µs a line`);
const name = `${grouped(LINES)}-line batch`;
const copies = secondsOf(large) / copy.seconds;
row(
  `${name}, upload to quoted and release to booked`,
  `${copies.toFixed(1)} × COPY`,
  `${COPIES_MAX} × COPY`,
  copies <= COPIES_MAX,
);
row(`${name}, time per line against a tenth of it`, `${growth.toFixed(2)} ×`, `${GROWTH_MAX} ×`, growth <= GROWTH_MAX);
row(`${name}, memory`, `${grouped(peakMb)} MB`, `${grouped(MEMORY_MAX_MB)} MB`, peakMb < MEMORY_MAX_MB);
