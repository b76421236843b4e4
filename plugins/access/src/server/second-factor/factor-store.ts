import type { Queryable, Tx } from '@linggong/core';

export interface FactorRow {
  readonly pendingSealed: Buffer | null;
  readonly secretSealed: Buffer | null;
}

/** The factor of an account, held until the transaction ends. */
export function heldFactor(tx: Tx, accountId: number): Promise<FactorRow | undefined> {
  return tx.maybeOne<FactorRow>(
    `SELECT pending_sealed AS "pendingSealed", secret_sealed AS "secretSealed"
     FROM access.second_factors WHERE account_id = $1 FOR UPDATE`,
    [accountId],
  );
}

export interface FactorState {
  /** Whether the account has a second factor that was proved by a code. */
  readonly isOn: boolean;
  readonly since: Date | null;
  readonly recoveryCodesLeft: number;
}

export function factorState(db: Queryable, accountId: number): Promise<FactorState> {
  return db.one<FactorState>(
    `SELECT f.confirmed_at IS NOT NULL AS "isOn", f.confirmed_at AS since,
            (SELECT count(*)::int FROM access.recovery_codes r WHERE r.account_id = a.id AND r.used_at IS NULL)
              AS "recoveryCodesLeft"
     FROM (SELECT $1::int AS id) a LEFT JOIN access.second_factors f ON f.account_id = a.id`,
    [accountId],
  );
}

/** A secret that was shown; it counts for nothing until a code proves that somebody has it. */
export async function keepPending(db: Queryable, accountId: number, sealed: Buffer): Promise<void> {
  await db.query(
    `INSERT INTO access.second_factors (account_id, pending_sealed) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET pending_sealed = excluded.pending_sealed`,
    [accountId, sealed],
  );
}

export async function confirmPending(tx: Tx, accountId: number, at: Date): Promise<void> {
  await tx.query(
    `UPDATE access.second_factors SET secret_sealed = pending_sealed, pending_sealed = NULL, confirmed_at = $2
     WHERE account_id = $1`,
    [accountId, at],
  );
}

/** Uses up the code of a time step. @returns false where it was used before, by a twin of this moment too */
export async function spendStep(tx: Tx, accountId: number, step: number, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO access.used_codes (account_id, step, used_at) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, step) DO NOTHING RETURNING 1`,
    [accountId, step, at],
  );
  return rows.length > 0;
}

/** @returns whether there was one */
export async function dropFactor(tx: Tx, accountId: number): Promise<boolean> {
  await tx.query('DELETE FROM access.recovery_codes WHERE account_id = $1', [accountId]);
  const rows = await tx.query('DELETE FROM access.second_factors WHERE account_id = $1 RETURNING 1', [accountId]);
  return rows.length > 0;
}
