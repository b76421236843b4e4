import { signInPolicy } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Account } from '../http/account';

export interface OwnSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly address: string | null;
  readonly device: string | null;
  readonly secondFactor: 'totp' | 'recovery-code' | null;
}

/** Nobody has more live sessions that he would look through. */
const sessionsMax = 100;

/** One's own live sessions, the latest seen first. */
export function ownSessions(db: Queryable, { id }: Pick<Account, 'id'>, at: Date): Promise<OwnSession[]> {
  const idleSince = new Date(at.getTime() - signInPolicy.sessionIdleMinutes * 60_000);
  return db.query<OwnSession>(
    `SELECT id, started_at AS "startedAt", last_seen_at AS "lastSeenAt", ends_at AS "endsAt", address, device,
            second_factor AS "secondFactor"
     FROM access.sessions
     WHERE account_id = $1 AND ended_at IS NULL AND ends_at > $2 AND last_seen_at > $3
     ORDER BY last_seen_at DESC, id LIMIT ${sessionsMax}`,
    [id, at, idleSince],
  );
}
