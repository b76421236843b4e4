import { record } from '@linggong/audit';
import { signInPolicy } from '@linggong/config/access';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import { demandFresh } from '../accounts/former-passwords';
import { endSessions } from '../accounts/sessions';
import { checkedHash, demandStrong, setPassword } from '../accounts/set-password';
import { clearAttempts, countAttempt } from '../sign-in/attempts';
import { identifierKey } from '../sign-in/identifier-key';
import { lockedOut } from '../sign-in/sign-in-problems';
import { setUpCodeWrong } from './set-up-problems';
import { halfKey } from './take-half';

interface SetUp {
  readonly identifier: string;
  readonly firstHalf: string;
  readonly secondHalf: string;
  readonly newPassword: string;
}

/**
 * Sets the password of an account by both halves of its code (账号启用), and ends every session of it. A guess counts against the account
 * only where one half is right: a stranger, who holds neither, keeps nobody out, and is bounded by his address. An unknown identifier, one
 * that nobody sets up and wrong halves are one answer after the same work.
 * @throws Problem 400 `password-weak`, `password-used-before`; 401 `set-up-code-wrong`; 429 `sign-in-locked`
 */
export async function completeSetUp(strapi: Core.Strapi, told: SetUp, command: Command): Promise<void> {
  const db = databaseOf(strapi);
  const vault = vaultOf(strapi);
  const identifier = told.identifier.trim().toLowerCase();
  demandStrong(identifier, told.newPassword, 'newPassword');
  const guesses = vault.blind('password-reset-asker', `set-up ${identifier}`);
  const accountId = (await openAccount(db, identifier)) ?? 0;
  const halves = [told.firstHalf, told.secondHalf].map((half) => halfKey(vault, accountId, half));
  const right = await rightHalves(db, accountId, halves, command.at);
  if (right === 0) throw setUpCodeWrong();
  const waitSeconds = await countAttempt(db, guesses, command.at, signInPolicy);
  if (waitSeconds > 0) throw lockedOut(waitSeconds);
  if (right === 1) throw setUpCodeWrong();
  const hash = await checkedHash(identifier, told.newPassword, 'newPassword');
  await db.transaction(async (tx) => {
    const { spent } = await tx.one<{ spent: boolean }>('SELECT access.spend_set_up($1, $2, $3, $4) AS spent', [
      accountId,
      ...halves,
      command.at,
    ]);
    if (!spent) throw setUpCodeWrong();
    await demandFresh(tx, accountId, told.newPassword);
    await setPassword(tx, { accountId, hash, mustChange: false, at: command.at });
    await endSessions(tx, { accountId }, 'password-reset', command.at);
    await clearAttempts(tx, guesses);
    await clearAttempts(tx, identifierKey(vault, identifier));
    await record(tx, command, { action: 'account.set-up', subject: { kind: 'account', id: accountId } });
  });
}

/** How many of the two halves of an open set-up are among what was told: 0, 1 or 2. One that nobody took yet is none. */
async function rightHalves(db: Queryable, accountId: number, told: readonly Buffer[], at: Date): Promise<number> {
  const { right } = await db.one<{ right: number }>(
    `SELECT coalesce(max(coalesce(maker_key = ANY ($2::bytea[]), false)::int + coalesce(decider_key = ANY ($2::bytea[]), false)::int), 0)::int AS "right"
       FROM access.set_ups WHERE account_id = $1 AND used_at IS NULL AND expires_at > $3`,
    [accountId, told, at],
  );
  return right;
}

/** One that was blocked since is set up by nobody. */
async function openAccount(db: Queryable, identifier: string): Promise<number | undefined> {
  const row = await db.maybeOne<{ id: number }>(
    'SELECT id FROM public.up_users WHERE lower(username) = $1 AND blocked IS NOT TRUE AND account_role IS NOT NULL',
    [identifier],
  );
  return row?.id;
}
