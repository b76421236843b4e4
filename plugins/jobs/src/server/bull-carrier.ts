import { setTimeout } from 'node:timers/promises';
import { Queue, Worker, type IQueueBackend, type JobProgress } from 'bullmq';
import type { QueueName } from '@linggong/config';
import type { BullConnection } from './bull-connection';
import type { Carrier, Parcel, Shipment } from './carrier';
import { paced, type Log } from './log';

type BullQueue = Queue<Parcel, void, string, Parcel, void, string, IQueueBackend, unknown>;
type BullWorker = Worker<Parcel, void, string, IQueueBackend, JobProgress, unknown>;

/** Finished jobs leave BullMQ at once: their record is the run, and a kept id would swallow a second sending. */
const keepNothing = { removeOnComplete: true, removeOnFail: true };

/** BullMQ as carrier. Retries, results and states are not asked of it: they stand in `jobs.runs` and `jobs.outbox`. */
export function createBullCarrier(connection: BullConnection, log: Log): Carrier {
  const queues = new Map<QueueName, BullQueue>();
  const workers: { close(): Promise<void> }[] = [];
  const warn = paced((line) => log.warn(line));
  const prefixed = (name: QueueName): { prefix?: string } =>
    connection.prefixOf ? { prefix: connection.prefixOf(name) } : {};
  const queueOf = (name: QueueName): BullQueue => {
    const known = queues.get(name);
    if (known) return known;
    const options = {
      connection: connection.sending,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: keepNothing,
      skipWaitingForReady: true,
      ...prefixed(name),
    };
    const made: BullQueue = new Queue(name, options, connection.factory);
    made.on('error', (error) => warn(`queue ${name}: ${error.name}`));
    queues.set(name, made);
    // As with a worker: one whose first question failed would fail for ever, so the next shipment makes another.
    made.waitUntilReady().catch(() => {
      if (queues.get(name) === made) queues.delete(name);
      void made.close().catch(() => undefined);
    });
    return made;
  };
  return {
    async ship(shipments) {
      await connection.whenThere();
      await ship(shipments, queueOf);
    },
    async known(queue, ids) {
      await connection.whenThere();
      return known(queueOf(queue), ids);
    },
    work(name, concurrency, open) {
      const kept = { concurrency, autorun: false, ...immediateRemoval, ...takenFromTheDead, ...prefixed(name) };
      const options = { connection: connection.working, ...kept };
      const hands = createHands();
      const make = (): BullWorker => {
        const worker: BullWorker = new Worker(name, (job) => hands.hold(open(job.data)), options, connection.factory);
        worker.on('error', (error) => warn(`worker ${name}: ${error.name}`));
        return worker;
      };
      const begun = beginWorker(make, endWorker(connection, hands));
      workers.push(begun);
      return begun.close;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await connection.close();
    },
  };
}

/** How long a worker waits before it asks again for a store that did not answer. */
const againMs = 1_000;

/**
 * Starts a worker once its store has answered. BullMQ keeps the first answer for good: a worker whose first question failed –
 * the database ended its connection just then – would fail at once for ever after, in a loop that lets no timer run. Such a
 * one is thrown away, and another asks.
 */
function beginWorker(make: () => BullWorker, end: WorkerEnd): { close(): Promise<void> } {
  const stop = new AbortController();
  const { signal } = stop;
  let worker = make();
  const begin = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await worker.waitUntilReady();
        // It reports its faults as events; the promise only ends with the worker.
        if (!signal.aborted) await worker.run();
        return;
      } catch {
        await worker.close().catch(() => undefined);
        await setTimeout(againMs, undefined, { signal }).catch(() => undefined);
        if (!signal.aborted) worker = make();
      }
    }
  };
  void begin();
  return {
    close: async () => {
      stop.abort();
      await end(worker);
    },
  };
}

/** What one worker has in hand. */
interface Hands {
  hold(work: Promise<void>): Promise<void>;
  empty(): Promise<void>;
}

function createHands(): Hands {
  const held = new Set<Promise<void>>();
  return {
    hold(work) {
      held.add(work);
      const drop = (): void => void held.delete(work);
      work.then(drop, drop);
      return work;
    },
    async empty() {
      while (held.size > 0) await Promise.allSettled(held);
    },
  };
}

type WorkerEnd = (worker: BullWorker) => Promise<void>;

/** What a store that goes away in the very moment of closing is waited for, in milliseconds, once the work in hand has ended. */
const closeWithinMs = 3_000;

/**
 * Lets the work in hand end, whose truth stands in our tables. A worker whose store is away would wait for it for ever to take leave,
 * so that one is cut off.
 */
function endWorker(connection: BullConnection, hands: Hands): WorkerEnd {
  return async (worker) => {
    if (!connection.isThere()) {
      await hands.empty();
      await worker.close(true);
      return;
    }
    const given = hands.empty().then(() => setTimeout(closeWithinMs, undefined, { ref: false }));
    await Promise.race([worker.close(), given]);
  };
}

/**
 * What a killed worker had in hand is given to another after 5 to 15 seconds instead of half a minute to a minute. Runs are taken
 * back by their own rule (recover.ts); this is for events, which wait for their shipment. Given out twice – to a worker that
 * was only slow to renew – a shipment finds nothing to do.
 */
const takenFromTheDead = { lockDuration: 10_000, stalledInterval: 5_000 };

const immediateRemoval = { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } };

/** Calls under way at the same time: as many as the pool has connections beyond the listening ones. */
const shipTogether = 6;

/**
 * One `add` each: BullMQ's `addBulk` on PostgreSQL makes temporary tables, which the rows-only role may not. A shipment is
 * a chunk of work, so there are few.
 */
async function ship(shipments: readonly Shipment[], queueOf: (name: QueueName) => BullQueue): Promise<void> {
  for (let start = 0; start < shipments.length; start += shipTogether) {
    const together = shipments.slice(start, start + shipTogether);
    await Promise.all(
      together.map(({ id, queue, parcel }) => queueOf(queue).add(parcel.kind, parcel, { jobId: id, ...keepNothing })),
    );
  }
}

async function known(queue: BullQueue, ids: readonly string[]): Promise<Set<string>> {
  const held = new Set<string>();
  for (const id of ids) {
    const state = await queue.getJobState(id);
    if (state !== 'unknown' && state !== 'completed' && state !== 'failed') held.add(id);
  }
  return held;
}
