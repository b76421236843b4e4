import { once } from 'node:events';
import { createPostgresBackend, createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import {
  queueNames,
  redisAddress,
  redisAddressForms,
  SettingsProblem,
  type QueueName,
  type RedisSecurity,
} from '@linggong/config';
import { Pool, TypeOverrides, types } from 'pg';
import { redisClient } from './redis-client';

/** How BullMQ reaches its store. All queues and workers of a process share one pool, or one Redis configuration. */
export interface BullConnection {
  factory: BackendFactory<IQueueBackend, unknown>;
  /** For queues: calls fail quickly where the store is away, and the outbox sends again. */
  sending: unknown;
  /** For workers: waits for the store as long as it takes. */
  working: unknown;
  /** What the keys of a queue begin with, where the store has keys. */
  prefixOf?(queue: QueueName): string;
  /** Settles once the store may be asked. @throws Error where it is not there within two seconds */
  whenThere(): Promise<void>;
  close(): Promise<void>;
}

// A worker keeps one connection for LISTEN; the rest is for moving jobs.
const poolSize = queueNames.length + 6;

export function postgresConnection(connectionString: string): BullConnection {
  const pool = new Pool({
    connectionString,
    max: poolSize,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 30_000,
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
  return { factory, sending: pool, working: pool, whenThere: async () => undefined, close: () => pool.end() };
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

/** @throws SettingsProblem for a URL that has none of the forms of REDIS_URL */
export function redisConnection(url: string, security: RedisSecurity = {}): BullConnection {
  const address = redisAddress(url);
  if (address === undefined) throw new SettingsProblem([`REDIS_URL: ${redisAddressForms}`]);
  const sending = redisClient(address, security, false);
  const working = redisClient(address, security, true);
  // As above: given only the clients made here.
  const factory = createRedisBackend as BackendFactory<IQueueBackend, unknown>;
  const close = async (): Promise<void> => {
    sending.disconnect();
    working.disconnect();
  };
  return { factory, sending, working, prefixOf, whenThere: () => whenReady(sending), close };
}

const thereWithinMs = 2_000;

/**
 * BullMQ waits for its first connection however long that takes, and whoever ships waits with it: a relay that hangs here neither
 * takes back the runs of the dead nor stops.
 */
async function whenReady(client: ReturnType<typeof redisClient>): Promise<void> {
  if (client.status === 'ready') return;
  await once(client, 'ready', { signal: AbortSignal.timeout(thereWithinMs) });
}

/**
 * The braces are a hash tag: all keys of a queue lie in one slot of a cluster, as its scripts ask for, and the queues in different
 * ones. The same names are used everywhere, so that one may move from a server to a cluster by replication.
 */
const prefixOf = (queue: QueueName): string => `{linggong:${queue}}`;
