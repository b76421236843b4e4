import type { LimitName, RateLimit } from '@linggong/config/access';
import type { Database } from '@linggong/core';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

/** A client of Redis as the library takes it. */
type RedisClient = ConstructorParameters<typeof RateLimiterRedis>[0]['storeClient'];

export interface LimitStore {
  readonly database: Database;
  /** Where the queues are on Redis, the counts are there too. */
  readonly redis?: RedisClient;
}

/**
 * One limiter a name. On PostgreSQL, what cannot be counted is refused by the fault itself (503 `database-away`); a Redis that is
 * away is bridged by counts of this process, since the platform goes on without it.
 */
export function createLimiter(store: LimitStore, name: LimitName, limit: RateLimit): RateLimiterAbstract {
  const common = { keyPrefix: name, points: limit.points, duration: limit.seconds };
  if (store.redis !== undefined) {
    return new RateLimiterRedis({
      ...common,
      keyPrefix: `linggong:limit:${name}`,
      storeClient: store.redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(common),
    });
  }
  return new RateLimiterPostgres({
    ...common,
    storeClient: clientOf(store.database),
    storeType: 'client',
    schemaName: 'access',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
}

interface LibraryQuery {
  readonly text: string;
  readonly values: unknown[];
}

/** Our database as the client that the library asks: no named statements, and instants as numbers, not bigint. */
function clientOf(database: Database) {
  return {
    async query({ text, values }: LibraryQuery): Promise<{ rows: object[]; rowCount: number }> {
      const rows = await database.query<{ points?: number; expire?: bigint | null }>(text, values);
      const plain = rows.map(({ points, expire }) => ({ points, expire: expire == null ? null : Number(expire) }));
      return { rows: plain, rowCount: plain.length };
    },
  };
}
