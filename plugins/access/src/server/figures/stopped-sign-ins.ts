import type { Queryable } from '@linggong/core';
import type { SignInFigures } from '../../api/figures';

/** Identifiers that are locked at this instant, until when the last of them is, and those with wrong passwords in the last 24 hours. */
export function stoppedSignIns(db: Queryable, at: Date): Promise<SignInFigures> {
  return db.one<SignInFigures>(
    `SELECT count(*) FILTER (WHERE locked_until > $1)::int AS locked,
            max(locked_until) FILTER (WHERE locked_until > $1) AS "lockedUntil",
            count(*) FILTER (WHERE last_at > $1::timestamptz - interval '1 day')::int AS failing
       FROM access.sign_in_attempts`,
    [at],
  );
}
