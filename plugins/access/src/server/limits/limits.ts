import { redisAddress, settingsFromEnvironment } from '@linggong/config';
import type { LimitName } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { redisClient } from '@linggong/jobs';
import type { Core } from '@strapi/strapi';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { createLimiter } from './limiters';

/** Counts of calls (限流) of the running process; shared with all others by the store. */
export interface Limits {
  /** @throws Problem 429 `too-many-requests` with the seconds to wait; 503 where the count cannot be kept */
  demand(name: LimitName, key: string): Promise<void>;
  close(): void;
}

export function createLimits({ strapi }: { strapi: Core.Strapi }): Limits {
  const { rateLimits: allowed, redisUrl, redisSecurity } = settingsFromEnvironment(process.env);
  const address = redisUrl === undefined ? undefined : redisAddress(redisUrl);
  const redis = address === undefined ? undefined : redisClient(address, redisSecurity, false);
  const made = new Map<LimitName, RateLimiterAbstract>();
  const limiterOf = (name: LimitName): RateLimiterAbstract => {
    const store = { database: databaseOf(strapi), ...(redis === undefined ? {} : { redis }) };
    const limiter = made.get(name) ?? createLimiter(store, name, allowed[name]);
    made.set(name, limiter);
    return limiter;
  };
  return {
    async demand(name, key) {
      try {
        await limiterOf(name).consume(key);
      } catch (refusal) {
        // The library rejects with what is left of the limit; anything else is a fault of the store.
        throw refusal instanceof RateLimiterRes ? tooMany(Math.ceil(refusal.msBeforeNext / 1_000)) : refusal;
      }
    },
    close: () => redis?.disconnect(),
  };
}

export function limitsOf(strapi: Core.Strapi): Limits {
  return strapi.plugin('access').service('limits');
}

function tooMany(seconds: number): Problem {
  const retryAfterSeconds = Math.max(1, seconds);
  return problem(
    429,
    'too-many-requests',
    { zh: '请求过于频繁', en: 'Too many requests' },
    {
      fix: { zh: `请在 ${retryAfterSeconds} 秒后重试`, en: `Try again in ${retryAfterSeconds} seconds` },
      extra: { retryAfterSeconds },
    },
  );
}
