// A draft of a decision table replayed on 100,000 past decisions, on the queue, with its progress and what it finds kept (R13.1).
// BENCH_DECISIONS=100000 BENCH_ROWS=200.
import path from 'node:path';
import { grouped, row } from './row.mjs';
import { here, onScratchPlatform, phase, say } from './scratch-platform.mjs';

const DECISIONS = Number(process.env.BENCH_DECISIONS ?? 100_000);
const ROWS = Number(process.env.BENCH_ROWS ?? 200);
const SECONDS_MAX = 60;

const { seconds, compared, changed, expected, pages } = await onScratchPlatform(({ environment }) =>
  phase(path.join(here, 'measure-studio-replay.mjs'), environment('web', 'linggong_app'), [
    String(DECISIONS),
    String(ROWS),
  ]),
);
say(`${grouped(compared)} compared in ${pages} pages, ${grouped(changed)} decided otherwise, as expected`);
if (compared !== DECISIONS || changed !== expected) throw new Error(`${compared} compared, ${changed} otherwise`);
row(
  `${grouped(DECISIONS)} past decisions replayed on a table of ${ROWS} rows`,
  `${seconds.toFixed(1)} s`,
  `${SECONDS_MAX} s`,
  seconds <= SECONDS_MAX,
);
