import type { Queryable } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { pruneNews } from '../news/read-news';

const DAY_MS = 86_400_000;
/** A client that repeats a request later than this is not repeating it. */
const KEY_DAYS = 7;
/** Sessions are kept for the same six months as the log of who was there (网络安全法 art. 23). */
const SESSION_DAYS = 185;

/** Windows of risk look back a year at most; where somebody signed in last is of no use after it (PIPL art. 19). */
const SIGNAL_DAYS = 366;

/** Nobody's clock is set back further unnoticed. */
const CODE_DAYS = 30;

export interface Swept {
  readonly keys: number;
  readonly sessions: number;
  readonly attempts: number;
  readonly challenges: number;
}

/** Clears what has served its time: idempotency keys, sessions long over, counts of wrong passwords, and challenges that nobody answered. */
export async function sweep(db: Queryable, at: Date): Promise<Swept> {
  const before = (days: number): Date => new Date(at.getTime() - days * DAY_MS);
  const keys = await db.query('DELETE FROM access.idempotency WHERE started_at < $1 RETURNING 1', [before(KEY_DAYS)]);
  const sessions = await db.query('DELETE FROM access.sessions WHERE ends_at < $1 RETURNING 1', [before(SESSION_DAYS)]);
  const attempts = await db.query(
    'DELETE FROM access.sign_in_attempts WHERE last_at < $1 AND (locked_until IS NULL OR locked_until < $2) RETURNING 1',
    [before(1), at],
  );
  const challenges = await db.query('DELETE FROM access.challenges WHERE expires_at < $1 RETURNING 1', [before(1)]);
  await pruneNews(db, at);
  await db.query('DELETE FROM access.used_codes WHERE used_at < $1', [before(CODE_DAYS)]);
  await db.query('DELETE FROM access.password_resets WHERE expires_at < $1', [before(SESSION_DAYS)]);
  await db.query('DELETE FROM access.signals WHERE last_day < $1::date', [shanghaiDay(before(SIGNAL_DAYS))]);
  await db.query('DELETE FROM access.rate_limits WHERE expire < $1', [at.getTime()]);
  await db.query(
    'DELETE FROM access.refresh_tokens t USING access.sessions s WHERE s.id = t.session_id AND s.ends_at < $1',
    [before(1)],
  );
  return { keys: keys.length, sessions: sessions.length, attempts: attempts.length, challenges: challenges.length };
}
