import type { Command, Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';

export const CHECK_JOB = 'settlement.check';

export interface CheckRequest {
  readonly batchId: number;
  /** Version of the quote that it follows; 0 for the first. */
  readonly after: number;
  /** Not before; at once where it is not said. */
  readonly runAt?: Date;
}

/**
 * Puts a check of a batch on the queue. It is asked for on top of a quote version: tried again after it has quoted, it
 * does nothing. Gives the run to follow.
 */
export function enqueueCheck(
  jobs: Jobs,
  tx: Queryable,
  command: Command,
  { batchId, after, runAt }: CheckRequest,
): Promise<string> {
  return jobs.enqueue(
    tx,
    {
      queue: 'settlement',
      name: CHECK_JOB,
      payload: { batchId, after },
      key: `${batchId}:${after}`,
      ...(runAt ? { runAt } : {}),
    },
    command,
  );
}
