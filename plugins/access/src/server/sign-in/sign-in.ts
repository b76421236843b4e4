import type { Core } from '@strapi/strapi';
import { signInPolicy } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { isPassword } from '../accounts/password-hash';
import { limitsOf } from '../limits/limits';
import { newChallenge } from '../second-factor/challenges';
import type { Renewed } from '../refresh/renew';
import { countAttempt } from './attempts';
import { identifierKey } from './identifier-key';
import { recordRefused } from './refused';
import { accountToSignIn, commandAs, type SignInAccount } from './sign-in-account';
import { lockedOut, signInFailed } from './sign-in-problems';
import { startSignedIn, type SigningDevice } from './start-signed-in';

export interface Credentials extends SigningDevice {
  readonly identifier: string;
  readonly password: string;
}

/** An account that has a second factor is answered with a challenge instead of a token. */
export type SignedIn =
  ({ readonly kind: 'signed-in' } & Renewed) | { readonly kind: 'challenge'; readonly challenge: string };

/**
 * Signs in with identifier and password. A wrong password, an unknown identifier, a blocked account and one without a
 * password are one answer in the same time. Where a second factor is on, the count of wrong passwords goes on until its code.
 * @throws Problem 401 `sign-in-failed`; 429 `sign-in-locked`, `too-many-requests`
 */
export async function signIn(strapi: Core.Strapi, credentials: Credentials, command: Command): Promise<SignedIn> {
  const db = databaseOf(strapi);
  const identifier = credentials.identifier.trim().toLowerCase();
  const key = identifierKey(vaultOf(strapi), identifier);
  await limitsOf(strapi).demand('sign-in-identifier', key.toString('hex'));
  const waitSeconds = await countAttempt(db, key, command.at, signInPolicy);
  const account = await accountToSignIn(db, { identifier });
  if (waitSeconds > 0) {
    await recordRefused(db, account?.accountId, 'locked', command);
    throw lockedOut(waitSeconds);
  }
  if (!(await isPassword(credentials.password, account?.passwordHash)) || !account) {
    await recordRefused(db, account?.accountId, 'failed', command);
    throw signInFailed();
  }
  return db.transaction(async (tx) =>
    account.hasFactor
      ? { kind: 'challenge', challenge: await challenge(tx, account, command) }
      : { kind: 'signed-in', ...(await startSignedIn(strapi, tx, account, command, credentials)) },
  );
}

async function challenge(tx: Tx, account: SignInAccount, command: Command): Promise<string> {
  const { accountId } = account;
  await record(tx, commandAs(command, account), {
    action: 'session.challenge',
    subject: { kind: 'account', id: String(accountId) },
  });
  return newChallenge(tx, { accountId, at: command.at, address: command.address });
}
