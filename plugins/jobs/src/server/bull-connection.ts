import { createPostgresBackend, createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import Redis from 'ioredis';
import { queueNames } from '@linggong/config';
import { Pool, TypeOverrides, types } from 'pg';

/** How BullMQ reaches its store. All queues and workers of a process share one pool, or one Redis configuration. */
export interface BullConnection {
  factory: BackendFactory<IQueueBackend, unknown>;
  /** For queues: calls fail quickly where the store is away, and the outbox sends again. */
  sending: unknown;
  /** For workers: waits for the store as long as it takes. */
  working: unknown;
  close(): Promise<void>;
}

// A worker keeps one connection for LISTEN; the rest is for moving jobs.
const poolSize = queueNames.length + 6;

export function postgresConnection(connectionString: string): BullConnection {
  const pool = new Pool({
    connectionString,
    max: poolSize,
    keepAlive: true,
    application_name: 'linggong-queues',
    options: '-c search_path=bullmq -c timezone=UTC',
    types: jsonParsed(),
  });
  // An idle connection that the server closed is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  // The same for one in use: its query fails and tells its caller; the event itself says nothing more.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  // Each queue and each worker hears the one pool they share.
  pool.setMaxListeners(queueNames.length * 4);
  // BullMQ types a factory by its own connection options; this one is only ever given the pool made here.
  const factory = createPostgresBackend as BackendFactory<IQueueBackend, unknown>;
  return { factory, sending: pool, working: pool, close: () => pool.end() };
}

/**
 * Strapi tells the driver of the whole process to leave JSONB as text. BullMQ expects it parsed: a parcel that arrives as
 * text has no kind, and its job would be done without anything having been done.
 */
function jsonParsed(): TypeOverrides {
  const overrides = new TypeOverrides();
  for (const oid of [types.builtins.JSON, types.builtins.JSONB]) {
    overrides.setTypeParser(oid, 'text', (text: string): unknown => JSON.parse(text));
  }
  return overrides;
}

export function redisConnection(url: string): BullConnection {
  const open = (patient: boolean): Redis => {
    const redis = new Redis(url, {
      maxRetriesPerRequest: patient ? null : 1,
      enableOfflineQueue: patient,
      lazyConnect: false,
    });
    redis.on('error', () => undefined);
    return redis;
  };
  const sending = open(false);
  const working = open(true);
  // As above: given only the clients made here.
  const factory = createRedisBackend as BackendFactory<IQueueBackend, unknown>;
  const close = async (): Promise<void> => {
    sending.disconnect();
    working.disconnect();
  };
  return { factory, sending, working, close };
}
