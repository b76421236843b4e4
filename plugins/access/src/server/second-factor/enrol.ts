import type { Core } from '@strapi/strapi';
import { signInPolicy } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { vaultOf, type Vault } from '@linggong/vault';
import { endSessions, passFactor } from '../accounts/sessions';
import type { Account } from '../http/account';
import { codeWrong, factorNotBegun, factorStale } from './factor-problems';
import { confirmPending, factorState, heldFactor, keepPending, spendStep } from './factor-store';
import { newRecoveryCodes } from './recovery-codes';
import { newSecret, secretUri, stepOf } from './totp';
import { clearCodes, countCode, openSecret, secretSubject } from './use-code';

export interface ShownSecret {
  readonly secret: string;
  /** `otpauth://` address, as the QR code says it. */
  readonly uri: string;
}

/**
 * Makes a secret and shows it; it counts from the code that proves it. Who has a factor already changes it with a session that
 * passed it just now. @throws Problem 403 `second-factor-stale`
 */
export async function beginFactor(strapi: Core.Strapi, account: Account, command: Command): Promise<ShownSecret> {
  const db = databaseOf(strapi);
  const state = await factorState(db, account.id);
  if (state.isOn) demandFreshFactor(account, command.at);
  const { identifier } = await db.one<{ identifier: string }>(
    'SELECT username AS identifier FROM public.up_users WHERE id = $1',
    [account.id],
  );
  const secret = newSecret();
  await db.transaction(async (tx) => {
    await keepPending(tx, account.id, vaultOf(strapi).seal('totp-secret', secretSubject(account.id), secret));
    await record(tx, command, { action: 'second-factor.begin', subject: { kind: 'account', id: account.id } });
  });
  return { secret, uri: secretUri(secret, identifier) };
}

/** Whoever left a screen open does not lose his factor by it. @throws Problem 403 `second-factor-stale` */
export function demandFreshFactor(
  { secondFactorAt }: Pick<Account, 'secondFactorAt'>,
  at: Date,
  minutes: number = signInPolicy.freshFactorMinutes,
): void {
  const oldest = at.getTime() - minutes * 60_000;
  if (secondFactorAt === undefined || secondFactorAt.getTime() < oldest) throw factorStale();
}

/**
 * Proves the shown secret by a code: from now on it is the factor, this session has passed it and one's other sessions end.
 * @returns recovery codes (恢复码), told this once
 * @throws Problem 400 `code-wrong`, 409 `second-factor-not-begun`, 429 `sign-in-locked`
 */
export async function confirmFactor(
  strapi: Core.Strapi,
  account: Account,
  code: string,
  command: Command,
): Promise<string[]> {
  const { id: accountId, sessionId } = account;
  const { at } = command;
  const vault = vaultOf(strapi);
  await countCode(strapi, { accountId, code, at, refusedAs: 400 });
  return databaseOf(strapi).transaction(async (tx) => {
    const held = await heldFactor(tx, accountId);
    const pending = held?.pendingSealed;
    if (!pending) throw factorNotBegun();
    const step = stepOf(openSecret(vault, accountId, pending), code, at);
    if (step === undefined) throw codeWrong(400);
    await spendStep(tx, accountId, step, at);
    await confirmPending(tx, accountId, at);
    await passFactor(tx, sessionId, 'totp', at);
    await endSessions(tx, { accountId, except: sessionId }, 'second-factor-changed', at);
    await clearCodes(tx, vault, accountId);
    await record(tx, command, {
      action: 'second-factor.confirm',
      subject: { kind: 'account', id: accountId },
      before: { factor: held?.secretSealed ? 'on' : 'off' },
      after: { factor: 'on' },
    });
    return newRecoveryCodes(tx, vault, accountId);
  });
}

/** Gives an account that is being opened the factor whose secret is handed over with its password: demo and fault runs. */
export async function enrolFactor(
  tx: Tx,
  vault: Vault,
  { accountId, secret }: { readonly accountId: number; readonly secret: string },
  command: Command,
): Promise<void> {
  await keepPending(tx, accountId, vault.seal('totp-secret', secretSubject(accountId), secret));
  await confirmPending(tx, accountId, command.at);
  await newRecoveryCodes(tx, vault, accountId);
  await record(tx, command, {
    action: 'second-factor.confirm',
    subject: { kind: 'account', id: accountId },
    before: { factor: 'off' },
    after: { factor: 'on' },
  });
}
