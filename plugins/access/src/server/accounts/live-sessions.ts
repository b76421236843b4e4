import { signInPolicy } from '@linggong/config/access';
import { databaseOf, type Queryable } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { accountsOfSessions, type SessionAccount, type SessionPolicy } from './sessions';

/** The live sessions of the running process, as its requests ask for them. */
export interface LiveSessions {
  /** The account of a live session, or undefined; see `accountOfSession`. */
  accountOf(sessionId: string, at: Date): Promise<SessionAccount | undefined>;
}

interface Asked {
  readonly sessionId: string;
  readonly at: Date;
}

/** One statement asks for so many at most. */
const TOGETHER_MAX = 100;

/**
 * Requests that come in one turn of the event loop are answered by one look at the database, which begins after the last of them
 * came: nothing is kept, so that a session that has ended is never taken for a live one.
 */
export function sessionsTogether(database: () => Queryable, policy: SessionPolicy): LiveSessions {
  const loader = new DataLoader<Asked, SessionAccount | undefined>(
    async (asked) => {
      const ids = asked.map(({ sessionId }) => sessionId);
      const now = new Date(Math.max(...asked.map(({ at }) => at.getTime())));
      const accounts = await accountsOfSessions(database(), ids, now, policy);
      return ids.map((id) => accounts.get(id));
    },
    { cache: false, maxBatchSize: TOGETHER_MAX, batchScheduleFn: (look) => void setImmediate(look) },
  );
  return { accountOf: (sessionId, at) => loader.load({ sessionId, at }) };
}

export function createLiveSessions({ strapi }: { strapi: Core.Strapi }): LiveSessions {
  return sessionsTogether(() => databaseOf(strapi), signInPolicy);
}

export function liveSessionsOf(strapi: Core.Strapi): LiveSessions {
  return strapi.plugin('access').service('live-sessions');
}
