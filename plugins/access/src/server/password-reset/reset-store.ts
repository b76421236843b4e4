import type { Queryable, Tx } from '@linggong/core';
import { signInPolicy, type Role } from '@linggong/config/access';

export type ResetOutcome = 'nobody' | 'code' | 'mismatch' | 'for-security';

export interface AskedAccount {
  /** Null where nobody has the identifier, or may not sign in with it. */
  readonly accountId: number | null;
  readonly workerId: number | null;
  readonly phoneKey: string | null;
  readonly role: Role | null;
  readonly hasFactor: boolean;
}

/** Whose identifier it is, and what is known of his telephone: one row, whether there is anybody or not. */
export function askedAccount(db: Queryable, identifier: string): Promise<AskedAccount> {
  return db.one<AskedAccount>(
    `SELECT a.id AS "accountId", a.worker_id AS "workerId", h.phone_key AS "phoneKey", a.account_role AS role,
            f.confirmed_at IS NOT NULL AS "hasFactor"
     FROM (SELECT $1::text AS identifier) asked
          LEFT JOIN (SELECT u.id, u.username, u.worker_id, u.account_role FROM public.up_users u JOIN access.credentials c ON c.account_id = u.id
                      WHERE u.blocked IS NOT TRUE AND u.account_role IS NOT NULL) a ON lower(a.username) = asked.identifier
          LEFT JOIN access.holders h ON h.account_id = a.id
          LEFT JOIN access.second_factors f ON f.account_id = a.id`,
    [identifier],
  );
}

export interface NewReset {
  readonly id: string;
  /** SHA-256 of the word that who asked was answered with. */
  readonly requestHash: Buffer;
  readonly identifierKey: Buffer;
  /** Keyed hash of identifier and telephone as they were told: wrong codes are counted by it. */
  readonly askerKey: Buffer;
  readonly accountId: number | null;
  readonly outcome: ResetOutcome;
  /** Kept where the outcome is `code`. */
  readonly codeKey: Buffer;
  readonly at: Date;
  readonly address: string | undefined;
}

export async function insertReset(tx: Tx, reset: NewReset): Promise<void> {
  const { id, requestHash, identifierKey, askerKey, accountId, outcome, codeKey, at, address } = reset;
  await tx.query(
    `INSERT INTO access.password_resets (id, request_hash, identifier_key, asker_key, account_id, outcome, code_key, asked_at, expires_at,
       address)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      requestHash,
      identifierKey,
      askerKey,
      accountId,
      outcome,
      outcome === 'code' ? codeKey : null,
      at,
      expiryOf(outcome, at),
      address ?? null,
    ],
  );
}

function expiryOf(outcome: ResetOutcome, at: Date): Date {
  const { resetMinutes, resetWaitsDays } = signInPolicy;
  return new Date(at.getTime() + (outcome === 'for-security' ? resetWaitsDays * 86_400_000 : resetMinutes * 60_000));
}

/** The code could not be sent: the request waits for the security administrator. */
export async function leaveToSecurity(db: Queryable, id: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE access.password_resets SET outcome = 'for-security', code_key = NULL, expires_at = $2
     WHERE id = $1 AND outcome = 'code' AND closed_at IS NULL`,
    [id, expiryOf('for-security', at)],
  );
}

/** By whom a request was asked, as hashes; undefined for a word that nobody was given. */
export function askerOf(
  db: Queryable,
  hash: Buffer,
  identifierKey: Buffer,
): Promise<{ readonly askerKey: Buffer | null } | undefined> {
  return db.maybeOne<{ askerKey: Buffer | null }>(
    'SELECT asker_key AS "askerKey" FROM access.password_resets WHERE request_hash = $1 AND identifier_key = $2',
    [hash, identifierKey],
  );
}

export interface OpenReset {
  readonly id: string;
  readonly accountId: number | null;
  readonly codeKey: Buffer | null;
}

/** Counts a try at the one request, that of nobody too. @returns it, where it is open and has tries left */
export function tryReset(db: Queryable, hash: Buffer, identifierKey: Buffer, at: Date): Promise<OpenReset | undefined> {
  return db.maybeOne<OpenReset>(
    `UPDATE access.password_resets SET tries = tries + 1
     WHERE request_hash = $1 AND identifier_key = $2 AND closed_at IS NULL AND expires_at > $3 AND tries < $4
     RETURNING id, account_id AS "accountId", code_key AS "codeKey"`,
    [hash, identifierKey, at, signInPolicy.resetTriesMax],
  );
}

/** Ends every open request of an account. @returns how many there were */
export async function closeResets(
  tx: Tx,
  accountId: number,
  because: 'done' | 'by-administrator',
  at: Date,
): Promise<number> {
  const rows = await tx.query(
    `UPDATE access.password_resets SET closed_at = $2, closed_because = $3
     WHERE account_id = $1 AND closed_at IS NULL RETURNING 1`,
    [accountId, at, because],
  );
  return rows.length;
}
