// Contracts as documents: printed, sealed and kept, on the queue, with two threads. BENCH_CONTRACTS=600.
import path from 'node:path';
import { grouped, row } from './row.mjs';
import { here, onScratchPlatform, phase, say } from './scratch-platform.mjs';

const CONTRACTS = Number(process.env.BENCH_CONTRACTS ?? 600);
const PER_SECOND_MIN = 20;

const measured = await onScratchPlatform(({ environment }) => {
  const env = { ...environment('web', 'linggong_app'), SEAL_THREADS: '2' };
  return phase(path.join(here, 'measure-contracts.mjs'), env, [String(CONTRACTS)]);
});
const { sealed, seconds, processorSeconds, pages, bytes } = measured;
const rate = sealed / seconds;
say(`${sealed} documents of ${pages.toFixed(1)} pages and ${(bytes / 1024).toFixed(0)} KB in ${seconds.toFixed(1)} s`);
say(`${((processorSeconds * 1e3) / sealed).toFixed(0)} ms of processor time each, all threads of the process together`);
row(
  `${grouped(sealed)} contracts printed, sealed and kept, two threads`,
  `${rate.toFixed(1)} / s`,
  `${PER_SECOND_MIN} / s`,
  rate >= PER_SECOND_MIN,
);
