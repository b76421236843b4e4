import { timingSafeEqual } from 'node:crypto';
import { record } from '@linggong/audit';
import { signInPolicy } from '@linggong/config/access';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { vaultOf, type Vault } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import { demandUnused } from '../accounts/change-password';
import { endSessions } from '../accounts/sessions';
import { checkedHash, demandStrong, setPassword } from '../accounts/set-password';
import { countCode, useCode, type GivenCode } from '../second-factor/use-code';
import { clearAttempts, countAttempt } from '../sign-in/attempts';
import { identifierKey } from '../sign-in/identifier-key';
import { accountToSignIn, type SignInAccount } from '../sign-in/sign-in-account';
import { lockedOut } from '../sign-in/sign-in-problems';
import { isBare, resetCodeText } from './ask-reset';
import { resetCodeWrong, secondFactorAsked } from './reset-problems';
import { closeResets, tryResets, type OpenReset } from './reset-store';

export interface ResetCompletion {
  readonly identifier: string;
  readonly code: string;
  readonly newPassword: string;
  /** Of an account that has a second factor. */
  readonly secondFactorCode?: string | undefined;
}

/**
 * Sets a new password for the code of the message, and ends every session of the account. Guesses are counted by identifier, known or
 * not, beside the tries of each request.
 * @throws Problem 400 `password-weak`, `password-same`, `password-used-before`; 401 `reset-code-wrong`, `second-factor-needed`, `code-wrong`,
 * `code-used`; 429 `sign-in-locked`
 */
export async function completeReset(strapi: Core.Strapi, told: ResetCompletion, command: Command): Promise<void> {
  const db = databaseOf(strapi);
  const vault = vaultOf(strapi);
  const identifier = told.identifier.trim().toLowerCase();
  demandStrong(identifier, told.newPassword, 'newPassword');
  const guesses = vault.blind('password-reset-identifier', identifier);
  const waitSeconds = await countAttempt(db, guesses, command.at, signInPolicy);
  if (waitSeconds > 0) throw lockedOut(waitSeconds);
  const open = await tryResets(db, identifierKey(vault, identifier), command.at);
  const accountId = open.find((reset) => isItsCode(vault, reset, told.code))?.accountId;
  const account = accountId == null ? undefined : await accountToSignIn(db, { accountId });
  // A factor that was taken away since the code was sent is missing here as well.
  if (!account || isBare(account)) throw resetCodeWrong();
  await demandFactor(strapi, account, told.secondFactorCode, command);
  const hash = await checkedHash(identifier, told.newPassword, 'newPassword');
  await db.transaction(async (tx) => {
    await useFactor(tx, vault, account, told.secondFactorCode, command);
    // Only now: whoever has the code of the message alone learns nothing of former passwords.
    await demandUnused(tx, { id: account.accountId, hash: account.passwordHash }, told.newPassword);
    await settle(tx, account.accountId, hash, command);
    await clearAttempts(tx, guesses);
    await clearAttempts(tx, identifierKey(vault, identifier));
  });
}

function isItsCode(vault: Vault, { id, codeKey }: OpenReset, code: string): boolean {
  const told = vault.blind('password-reset-code', resetCodeText(id, code));
  return codeKey !== null && timingSafeEqual(told, codeKey);
}

/** The count of wrong codes of the second factor goes on whatever rolls back. */
async function demandFactor(
  strapi: Core.Strapi,
  { hasFactor, accountId }: SignInAccount,
  code: string | undefined,
  { at }: Command,
): Promise<void> {
  if (!hasFactor) return;
  if (code === undefined) throw secondFactorAsked();
  await countCode(strapi, { accountId, code, at, refusedAs: 401 });
}

async function useFactor(
  tx: Tx,
  vault: Vault,
  { hasFactor, accountId }: SignInAccount,
  code: string | undefined,
  { at }: Command,
): Promise<void> {
  if (!hasFactor || code === undefined) return;
  const given: GivenCode = { accountId, code, at, refusedAs: 401 };
  await useCode(tx, vault, given);
}

async function settle(tx: Tx, accountId: number, hash: string, command: Command): Promise<void> {
  const { at } = command;
  // Two that come with the same code at once: the first takes the request, the second finds none.
  if ((await closeResets(tx, accountId, 'done', at)) === 0) throw resetCodeWrong();
  await setPassword(tx, { accountId, hash, mustChange: false, at });
  await endSessions(tx, { accountId }, 'password-reset', at);
  await record(tx, command, { action: 'account.reset-own-password', subject: { kind: 'account', id: accountId } });
}
