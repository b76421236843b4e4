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
import { isBare, requestHash, resetCodeText } from './ask-reset';
import { resetCodeWrong, secondFactorAsked } from './reset-problems';
import { askerOf, closeResets, tryReset, type OpenReset } from './reset-store';

export interface ResetCompletion {
  /** Word of the request, as `askReset` gave it. */
  readonly request: string;
  readonly identifier: string;
  readonly code: string;
  readonly newPassword: string;
  /** Of an account that has a second factor. */
  readonly secondFactorCode?: string | undefined;
}

/**
 * Sets a new password for the code of the message, and ends every session of the account. A try is one at the request whose word is told,
 * so that a stranger, who holds the words of his own requests alone, uses up nobody's tries; guesses over several requests are
 * counted by who asked, identifier and telephone together. The same is done for a word that nobody was given.
 * @throws Problem 400 `password-weak`, `password-same`, `password-used-before`; 401 `reset-code-wrong`, `second-factor-needed`, `code-wrong`,
 * `code-used`; 429 `sign-in-locked`
 */
export async function completeReset(strapi: Core.Strapi, told: ResetCompletion, command: Command): Promise<void> {
  const db = databaseOf(strapi);
  const vault = vaultOf(strapi);
  const identifier = told.identifier.trim().toLowerCase();
  demandStrong(identifier, told.newPassword, 'newPassword');
  const [requested, key] = [requestHash(told.request), identifierKey(vault, identifier)];
  const asker = await askerOf(db, requested, key);
  const guesses = asker?.askerKey ?? requested;
  const waitSeconds = await countAttempt(db, guesses, command.at, signInPolicy);
  if (waitSeconds > 0) throw lockedOut(waitSeconds);
  const open = await tryReset(db, requested, key, command.at);
  const accountId = isItsCode(vault, open, told.code) ? open?.accountId : undefined;
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

/** Hashed for a request that is not there as well. */
function isItsCode(vault: Vault, reset: OpenReset | undefined, code: string): boolean {
  const told = vault.blind('password-reset-code', resetCodeText(reset?.id ?? 'none', code));
  return reset?.codeKey != null && timingSafeEqual(told, reset.codeKey);
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
