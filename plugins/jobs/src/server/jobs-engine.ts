import { createDatabase, systemClock, type Clock } from '@linggong/core';
import { queueNames, queues, type QueueName, type RedisSecurity } from '@linggong/config';
import type { Jobs } from '../jobs';
import { createQueueBoard, type QueueBoard } from './board/queue-board';
import { createBullCarrier } from './bull-carrier';
import { postgresConnection, redisConnection, type BullConnection } from './bull-connection';
import type { Carrier, Parcel } from './carrier';
import { drain } from './drain';
import { emitAll } from './emit';
import { enqueueAll } from './enqueue';
import type { EngineParts } from './engine-parts';
import { hearEvent } from './hear-event';
import { createInHand } from './in-hand';
import { silentLog, type Log } from './log';
import { createPresence } from './process-presence';
import { prune } from './prune';
import { createRegistry } from './registry';
import { createRelay, relaySettings, type Relay, type RelaySettings } from './relay';
import { readRun } from './run-rows';
import { tick } from './schedules';
import { createSignalLine, type SignalLine } from './signals/signal-line';
import { workRun } from './work-run';

export interface JobsEngineOptions {
  /** As linggong_app: rows only. */
  connectionString: string;
  /** Where given, BullMQ runs on Redis; the truth stays in PostgreSQL. */
  redisUrl?: string | undefined;
  redisSecurity?: RedisSecurity;
  clock?: Clock;
  log?: Log;
  relay?: Partial<RelaySettings>;
  random?: () => number;
}

export interface JobsEngine extends Jobs {
  /** Starts relay, workers and schedules: once every plugin has registered its handlers, in processes that work. */
  start(only?: readonly QueueName[]): Promise<void>;
  /** Removes finished runs and told events older than the retention. Gives the number of runs removed. */
  prune(now: Date): Promise<number>;
  /** The look into the queues, opened at its first use: processes that only serve have no other connection to them. */
  board(): QueueBoard;
  /** What moves anywhere in the platform; it has a connection while somebody hears. */
  signals: SignalLine;
  /** Lets the work in hand end, then closes all connections. */
  stop(): Promise<void>;
}

// Claims, progress and hearings; two hearings may each hold a connection while their handlers use the main pool.
const poolSize = queues.events.concurrency + 4;

// The board counts nine queues at a time; nobody hurries.
const boardPoolSize = 2;

export function createJobs(options: JobsEngineOptions): JobsEngine {
  const parts = partsOf(options);
  const { db, clock, registry, presence } = parts;
  let started: { carrier: Carrier; relay: Relay } | undefined;
  let board: QueueBoard | undefined;
  const signals = createSignalLine({ connectionString: options.connectionString, log: parts.log });
  return {
    signals,
    handle: registry.handle,
    on: registry.on,
    enqueueAll,
    async enqueue(tx, job, command) {
      const [id] = await enqueueAll(tx, [job], command);
      if (id === undefined) throw new Error(`${job.name}: no run was written`);
      return id;
    },
    emit: (tx, event, command) => emitAll(tx, [event], registry.hearers(), command),
    emitAll: (tx, events, command) => emitAll(tx, events, registry.hearers(), command),
    run: (runId) => readRun(db, runId),
    drain: (until) => drain(parts, () => until ?? clock.now()),
    tick: (name) => tick(parts, name),
    async start(only = queueNames) {
      if (started) return;
      const carrier = createBullCarrier(connectionOf(options), parts.log);
      const relay = createRelay(parts, carrier, { ...relaySettings, ...options.relay });
      started = { carrier, relay };
      await presence.id();
      for (const name of only) carrier.work(name, queues[name].concurrency, (parcel) => open(parts, parcel, name));
      relay.start();
    },
    prune: (now) => prune(db, now),
    board: () => (board ??= createQueueBoard(connectionOf(options, boardPoolSize), parts.log)),
    async stop() {
      await signals.close();
      await board?.close();
      await started?.relay.stop();
      await started?.carrier.close();
      await presence.close();
      await db.close();
    },
  };
}

function partsOf({ connectionString, clock, log, random }: JobsEngineOptions): EngineParts {
  const line = log ?? silentLog;
  return {
    db: createDatabase({ connectionString, max: poolSize, application_name: 'linggong-jobs', enrol: process.env }),
    clock: clock ?? systemClock,
    registry: createRegistry(),
    presence: createPresence({ connectionString, pid: process.pid, log: line, beatMs: 2_000 }),
    inHand: createInHand(),
    log: line,
    random: random ?? Math.random,
  };
}

function connectionOf({ connectionString, redisUrl, redisSecurity }: JobsEngineOptions, max?: number): BullConnection {
  return redisUrl === undefined ? postgresConnection(connectionString, max) : redisConnection(redisUrl, redisSecurity);
}

async function open(parts: EngineParts, parcel: Parcel, queue: QueueName): Promise<void> {
  switch (parcel.kind) {
    case 'run':
      await workRun(parts, parcel.runId, queue);
      return;
    case 'hear':
      for (const id of parcel.outboxIds) await hearEvent(parts, id);
      return;
    case 'tick':
      await tick(parts, parcel.schedule);
      return;
  }
}
