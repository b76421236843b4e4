import type { Database, Queryable } from '@linggong/core';
import { lockSeconds, type LockPolicy } from '../../domain/lockout';

/**
 * Counts an attempt before the password is looked at, so that a thousand guesses sent at once are a thousand attempts. Count
 * and lock are one transaction: the row stays held between them.
 * @returns the seconds to wait where the identifier is locked, else 0
 */
export function countAttempt(db: Database, identifierKey: Buffer, at: Date, policy: LockPolicy): Promise<number> {
  return db.transaction(async (tx) => {
    const counted = await tx.maybeOne<{ failures: number }>(
      `INSERT INTO access.sign_in_attempts AS attempt (identifier_key, failures, last_at) VALUES ($1, 1, $2)
       ON CONFLICT (identifier_key) DO UPDATE SET
         failures = CASE WHEN attempt.last_at < $2 - interval '1 day' THEN 1 ELSE attempt.failures + 1 END, last_at = $2
         WHERE attempt.locked_until IS NULL OR attempt.locked_until <= $2
       RETURNING failures`,
      [identifierKey, at],
    );
    if (!counted) return remainingLock(tx, identifierKey, at);
    await lock(tx, identifierKey, at, lockSeconds(counted.failures, policy));
    return 0;
  });
}

async function lock(db: Queryable, identifierKey: Buffer, at: Date, seconds: number): Promise<void> {
  if (seconds === 0) return;
  const until = new Date(at.getTime() + seconds * 1_000);
  await db.query('UPDATE access.sign_in_attempts SET locked_until = $2 WHERE identifier_key = $1', [
    identifierKey,
    until,
  ]);
}

async function remainingLock(db: Queryable, identifierKey: Buffer, at: Date): Promise<number> {
  const row = await db.maybeOne<{ lockedUntil: Date | null }>(
    'SELECT locked_until AS "lockedUntil" FROM access.sign_in_attempts WHERE identifier_key = $1',
    [identifierKey],
  );
  const until = row?.lockedUntil?.getTime() ?? at.getTime();
  return Math.max(1, Math.ceil((until - at.getTime()) / 1_000));
}

/** A right password clears the count. */
export async function clearAttempts(db: Queryable, identifierKey: Buffer): Promise<void> {
  await db.query('DELETE FROM access.sign_in_attempts WHERE identifier_key = $1', [identifierKey]);
}
