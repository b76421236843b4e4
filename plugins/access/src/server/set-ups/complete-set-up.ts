import { record } from '@linggong/audit';
import { signInPolicy } from '@linggong/config/access';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import { demandFresh } from '../accounts/former-passwords';
import { endSessions } from '../accounts/sessions';
import { checkedHash, setPassword } from '../accounts/set-password';
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
 * Sets the password of an account by both halves of its code (账号启用), and ends every session of it. Guesses are counted by identifier,
 * known or not; an unknown one, one that nobody sets up and wrong halves are one answer after the same work.
 * @throws Problem 400 `password-weak`, `password-used-before`; 401 `set-up-code-wrong`; 429 `sign-in-locked`
 */
export async function completeSetUp(strapi: Core.Strapi, told: SetUp, command: Command): Promise<void> {
  const db = databaseOf(strapi);
  const vault = vaultOf(strapi);
  const identifier = told.identifier.trim().toLowerCase();
  const guesses = vault.blind('password-reset-asker', `set-up ${identifier}`);
  // Before the halves are looked at: whoever guesses waits, and the hashing tells nobody apart.
  const hash = await checkedHash(identifier, told.newPassword, 'newPassword');
  const waitSeconds = await countAttempt(db, guesses, command.at, signInPolicy);
  if (waitSeconds > 0) throw lockedOut(waitSeconds);
  const accountId = (await openAccount(db, identifier)) ?? 0;
  const [one, other] = [told.firstHalf, told.secondHalf].map((half) => halfKey(vault, accountId, half));
  await db.transaction(async (tx) => {
    const { spent } = await tx.one<{ spent: boolean }>('SELECT access.spend_set_up($1, $2, $3, $4) AS spent', [
      accountId,
      one,
      other,
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

/** One that was blocked since is set up by nobody. */
async function openAccount(db: Queryable, identifier: string): Promise<number | undefined> {
  const row = await db.maybeOne<{ id: number }>(
    'SELECT id FROM public.up_users WHERE lower(username) = $1 AND blocked IS NOT TRUE AND account_role IS NOT NULL',
    [identifier],
  );
  return row?.id;
}
