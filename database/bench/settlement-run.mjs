// Sheets of given sizes through the main job on a scratch platform. Three processes: prepare, measure, and the caller's, which
// keeps the server, reads the log beside and times the COPY, so that the memory measured is that of the platform at the job and of nothing else.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { copySeconds } from './copy-baseline.mjs';
import { grouped } from './row.mjs';
import { here, onScratchPlatform, phase, say } from './scratch-platform.mjs';
import { readBeside } from './witness-beside.mjs';

const require = createRequire(import.meta.url);
const { settingsFromEnvironment } = require('@linggong/config');

/**
 * @param sizes lines of the sheets, one batch after the other
 * @returns the batches with their seconds, the largest resident set, COPY of what the last batch wrote, and with BENCH_SPANS the
 *   milliseconds of its spans by part
 */
export function runSettlement(sizes) {
  return onScratchPlatform(async ({ folder, server, environment }) => {
    say(`preparing ${grouped(Math.max(...sizes))} workers with contracts and accepted work`);
    await mkdir(path.join(folder, 'bench'));
    // Papers of contracts signed long before belong to no batch; they have a figure of their own (contracts.mjs).
    const env = { ...environment('web', 'linggong_app'), SEAL_CONTRACTS: 'off' };
    const args = sizes.map(String);
    await phase(path.join(here, 'prepare-settlement.mjs'), env, args);
    const endWitness = await readBeside(server, environment('web', 'linggong_witness'));
    const { batches, peakMb, spans } = await phase(
      path.join(here, 'measure-settlement.mjs'),
      env,
      args,
      // As the supervisor starts the serving process.
      [`--max-old-space-size=${settingsFromEnvironment({}).heapMb}`],
    );
    const { lagSeconds, alarms } = await endWitness();
    say(`the witness of the log had read all ${lagSeconds.toFixed(1)} s later and told of ${alarms} bypasses`);
    if (alarms > 0) throw new Error('changes of the platform were taken for changes past it');
    return { batches, peakMb, spans, copy: await copySeconds(server, batches.at(-1).firstTransaction) };
  });
}

export const secondsOf = (batch) => batch.quotedSeconds + batch.bookedSeconds;
export const secondsPerLine = (batch) => secondsOf(batch) / batch.lines;
