import { randomBytes } from 'node:crypto';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Queryable, type Tx } from '@linggong/core';
import { vaultOf, type Vault } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import { setUpHalf, setUpHalfBytes } from '../../domain/set-up-code';
import type { Account } from '../http/account';
import { halfProblems } from './set-up-problems';

interface TakenHalf {
  readonly half: string;
  readonly of: 'maker' | 'decider';
  readonly expiresAt: Date;
}

interface SetUpRow {
  readonly accountId: number;
  readonly maker: number;
  readonly expiresAt: Date;
}

/**
 * Makes the caller's half of a set-up code (启用码) and tells it, this once: he who asked and he who approved each have one.
 * @throws Problem 404 for whoever is neither; 403 `second-factor-required`, `second-factor-stale`; 409 `set-up-ended`, `set-up-half-taken`
 */
export function takeHalf(
  strapi: Core.Strapi,
  account: Account,
  approvalId: string,
  command: Command,
): Promise<TakenHalf> {
  const half = setUpHalf(randomBytes(setUpHalfBytes));
  return databaseOf(strapi).transaction(async (tx) => {
    const row = await setUpOf(tx, approvalId);
    const { outcome } = await tx.one<{ outcome: string }>('SELECT access.take_set_up_half($1, $2, $3, $4) AS outcome', [
      approvalId,
      account.sessionId,
      halfKey(vaultOf(strapi), row?.accountId ?? 0, half),
      command.at,
    ]);
    const refusal = halfProblems[outcome];
    if (refusal) throw refusal();
    if (outcome !== 'done' || !row) throw new Error(`access.take_set_up_half answered ${outcome}`);
    const of = row.maker === account.id ? 'maker' : 'decider';
    await record(
      tx,
      { ...command, approvalId },
      {
        action: 'account.take-set-up-half',
        subject: { kind: 'account', id: row.accountId },
        after: { half: of },
      },
    );
    return { half, of, expiresAt: row.expiresAt };
  });
}

/** A half is hashed with the account that it is for. */
export function halfKey(vault: Pick<Vault, 'blind'>, accountId: number, half: string): Buffer {
  return vault.blind('set-up-code', `${accountId} ${half}`);
}

function setUpOf(tx: Tx, approvalId: string): Promise<SetUpRow | undefined> {
  return tx.maybeOne<SetUpRow>(
    `SELECT account_id AS "accountId", maker, expires_at AS "expiresAt" FROM access.set_ups WHERE approval_id = $1`,
    [approvalId],
  );
}

/** Whether a half of his waits for an account: it asked or approved, and has not taken it. */
export async function mayTakeHalf(
  db: Queryable,
  { id }: Pick<Account, 'id'>,
  { id: approvalId, resource, state }: { readonly id: string; readonly resource: string; readonly state: string },
  at: Date,
): Promise<boolean> {
  if (resource !== 'account' || state !== 'executed') return false;
  const waiting = await db.maybeOne(
    `SELECT 1 FROM access.set_ups WHERE approval_id = $1 AND used_at IS NULL AND expires_at > $3
        AND ((maker = $2 AND maker_key IS NULL) OR (decider = $2 AND decider_key IS NULL))`,
    [approvalId, id, at],
  );
  return waiting !== undefined;
}
