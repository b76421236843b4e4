import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '@linggong/core';

/** A token that renews this session once. @returns it; only its hash is kept */
export async function newRefreshToken(db: Queryable, sessionId: string, at: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.query('INSERT INTO access.refresh_tokens (token_hash, session_id, issued_at) VALUES ($1, $2, $3)', [
    hashOf(token),
    sessionId,
    at,
  ]);
  return token;
}

export type Spent =
  | { readonly kind: 'spent'; readonly sessionId: string }
  /** It was used before: whoever holds it now is not the only one. */
  | { readonly kind: 'reused'; readonly sessionId: string }
  | { readonly kind: 'unknown' };

/** Uses a token up; of two uses at once one is the second. */
export async function spendRefreshToken(db: Queryable, token: string, at: Date): Promise<Spent> {
  const spent = await db.maybeOne<{ sessionId: string }>(
    `UPDATE access.refresh_tokens SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL
     RETURNING session_id AS "sessionId"`,
    [hashOf(token), at],
  );
  if (spent) return { kind: 'spent', sessionId: spent.sessionId };
  const known = await db.maybeOne<{ sessionId: string }>(
    'SELECT session_id AS "sessionId" FROM access.refresh_tokens WHERE token_hash = $1',
    [hashOf(token)],
  );
  return known ? { kind: 'reused', sessionId: known.sessionId } : { kind: 'unknown' };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
