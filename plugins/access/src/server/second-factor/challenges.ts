import { createHash, randomBytes } from 'node:crypto';
import { signInPolicy } from '@linggong/config/access';
import type { Queryable, Tx } from '@linggong/core';
import { challengeEnded } from './factor-problems';

interface Opened {
  readonly accountId: number;
  readonly at: Date;
  readonly address: string | undefined;
}

/** The right password was given: what is left is the code (第二因素). @returns the token, of which only the hash is kept */
export async function newChallenge(db: Queryable, { accountId, at, address }: Opened): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + signInPolicy.challengeMinutes * 60_000);
  await db.query(
    'INSERT INTO access.challenges (token_hash, account_id, expires_at, address) VALUES ($1, $2, $3, $4)',
    [hashOf(token), accountId, expiresAt, address ?? null],
  );
  return token;
}

/**
 * Counts a try at a challenge. @returns whose it is
 * @throws Problem 401 `challenge-ended` where it is unknown, used, too old, tried too often, or held out from elsewhere
 */
export async function tryChallenge(db: Queryable, token: string, at: Date, address?: string): Promise<number> {
  const row = await db.maybeOne<{ accountId: number }>(
    `UPDATE access.challenges SET tries = tries + 1
     WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND tries < $3 AND address IS NOT DISTINCT FROM $4
     RETURNING account_id AS "accountId"`,
    [hashOf(token), at, signInPolicy.challengeTriesMax, address ?? null],
  );
  if (!row) throw challengeEnded();
  return row.accountId;
}

/** One challenge is one session. @throws Problem 401 `challenge-ended` for its twin */
export async function endChallenge(tx: Tx, token: string, at: Date): Promise<void> {
  const rows = await tx.query(
    'UPDATE access.challenges SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL RETURNING 1',
    [hashOf(token), at],
  );
  if (rows.length === 0) throw challengeEnded();
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
