import type { Command, Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';

export const PAY_JOB = 'settlement.pay';
export const SEND_JOB = 'settlement.send';
/** Schedule that finds what a lost event or a job out of tries left behind. */
export const CATCH_UP_JOB = 'settlement.catch-up';

/**
 * Puts the payment of a released batch on the queue. `cause` tells one request from another: one that is just ending
 * must not swallow a later one.
 */
export function enqueuePay(
  jobs: Jobs,
  tx: Queryable,
  command: Command,
  batchId: number,
  cause: string,
): Promise<string> {
  const key = `${batchId}:${cause}`;
  return jobs.enqueue(tx, { queue: 'payments', name: PAY_JOB, payload: { batchId }, key }, command);
}

/** Asks that a prepared instruction file of a batch be sent. */
export function enqueueSend(
  jobs: Jobs,
  tx: Queryable,
  command: Command,
  batchId: number,
  messageId: string,
): Promise<string> {
  return jobs.enqueue(
    tx,
    { queue: 'payments', name: SEND_JOB, payload: { batchId, messageId }, key: messageId },
    command,
  );
}
