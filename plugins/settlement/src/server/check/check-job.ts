import type { Command, Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';

export const CHECK_JOB = 'settlement.check';

/** Puts the check of a batch on the queue; at most one open check a batch. Gives the run to follow. */
export function enqueueCheck(jobs: Jobs, tx: Queryable, command: Command, batchId: number): Promise<string> {
  return jobs.enqueue(
    tx,
    { queue: 'settlement', name: CHECK_JOB, payload: { batchId }, key: String(batchId) },
    command,
  );
}
