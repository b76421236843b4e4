import type { Tx } from '@linggong/core';
import { emitAll } from './emit';
import type { EngineParts } from './engine-parts';
import { askedOf, type EndedRun } from './run-rows';

/** Told once no try is left, with `runId` and `name` of the run. */
export const runFailed = 'jobs.run.failed';

/**
 * Tells that runs have ended badly, in the transaction that ended them, in the name of who asked for each: several at once only where
 * processes died with their last try.
 */
export async function tellFailed(
  { registry }: EngineParts,
  tx: Tx,
  runs: readonly EndedRun[],
  at: Date,
): Promise<void> {
  for (const run of runs) {
    const event = { type: runFailed, key: `run-${run.id}`, payload: { runId: run.id, name: run.name } };
    await emitAll(tx, [event], registry.hearers(), { ...askedOf(run), at });
  }
}
