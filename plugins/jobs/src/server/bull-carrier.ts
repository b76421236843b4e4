import { Queue, Worker, type IQueueBackend, type JobProgress } from 'bullmq';
import type { QueueName } from '@linggong/config';
import type { BullConnection } from './bull-connection';
import type { Carrier, Parcel, Shipment } from './carrier';
import type { Log } from './log';

type BullQueue = Queue<Parcel, void, string, Parcel, void, string, IQueueBackend, unknown>;
type BullWorker = Worker<Parcel, void, string, IQueueBackend, JobProgress, unknown>;

/** Finished jobs leave BullMQ at once: their record is the run, and a kept id would swallow a second sending. */
const keepNothing = { removeOnComplete: true, removeOnFail: true };

/** BullMQ as carrier. Retries, results and states are not asked of it: they stand in `jobs.runs` and `jobs.outbox`. */
export function createBullCarrier(connection: BullConnection, log: Log): Carrier {
  const queues = new Map<QueueName, BullQueue>();
  const workers: BullWorker[] = [];
  const queueOf = (name: QueueName): BullQueue => {
    const known = queues.get(name);
    if (known) return known;
    const options = {
      connection: connection.sending,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: keepNothing,
    };
    const made: BullQueue = new Queue(name, options, connection.factory);
    made.on('error', (error) => log.warn(`queue ${name}: ${error.name}`));
    queues.set(name, made);
    return made;
  };
  return {
    ship: (shipments) => ship(shipments, queueOf),
    known: (queue, ids) => known(queueOf(queue), ids),
    work(name, concurrency, open) {
      const options = { connection: connection.working, concurrency, ...immediateRemoval };
      const worker: BullWorker = new Worker(name, (job) => open(job.data), options, connection.factory);
      worker.on('error', (error) => log.warn(`worker ${name}: ${error.name}`));
      workers.push(worker);
      return () => worker.close();
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await connection.close();
    },
  };
}

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
