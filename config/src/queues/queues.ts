import type { QueueName } from './queue-names';

export interface QueueSettings {
  /** Jobs of this queue that one process works on at the same time. */
  concurrency: number;
  /** Tries in all, the first included. */
  attempts: number;
  /** Wait before the second try; doubles with each further one. */
  backoffMs: number;
  /** The longest wait between two tries. */
  backoffMaxMs: number;
}

const usual: QueueSettings = { concurrency: 2, attempts: 5, backoffMs: 1_000, backoffMaxMs: 60_000 };

/** How hard each queue is worked on. Two cores are the yardstick; more processes multiply it. */
export const queues: Readonly<Record<QueueName, QueueSettings>> = {
  audit: { ...usual, concurrency: 1 },
  backups: { concurrency: 2, attempts: 3, backoffMs: 60_000, backoffMaxMs: 600_000 },
  contracts: usual,
  events: { concurrency: 2, attempts: 10, backoffMs: 500, backoffMaxMs: 60_000 },
  imports: usual,
  // Its own: the log is shipped each minute, however many backups, checks and drills take their hours. One keeps the order.
  'log-shipping': { concurrency: 1, attempts: 3, backoffMs: 20_000, backoffMaxMs: 60_000 },
  maintenance: { ...usual, concurrency: 1 },
  // A bank that is away comes back within the hour: more patience, longer waits.
  payments: { concurrency: 2, attempts: 12, backoffMs: 2_000, backoffMaxMs: 300_000 },
  'real-name': { ...usual, concurrency: 4 },
  // One run at a time: a run keeps every thread of the mill busy by itself.
  sealing: { ...usual, concurrency: 1 },
  settlement: usual,
  tax: usual,
};
