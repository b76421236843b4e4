import type { Core } from '@strapi/strapi';
import { coveredRead } from '@linggong/audit';
import { signInPolicy } from '@linggong/config/access';
import { databaseOf, type Queryable, type Tx } from '@linggong/core';
import { vaultOf, type Vault } from '@linggong/vault';
import { isTimedCode } from '../../domain/recovery-code';
import { clearAttempts, countAttempt } from '../sign-in/attempts';
import { lockedOut } from '../sign-in/sign-in-problems';
import { codeUsed, codeWrong, factorOff } from './factor-problems';
import { heldFactor, spendStep } from './factor-store';
import { spendRecoveryCode } from './recovery-codes';
import { stepOf, stepSeconds } from './totp';

/** A code on its way in. */
export interface GivenCode {
  readonly accountId: number;
  readonly code: string;
  readonly at: Date;
  /** Status of a refusal: 401 at sign-in, 400 afterwards. */
  readonly refusedAs: 400 | 401;
}

/**
 * Counts an attempt before the code is looked at, as for passwords; new challenges do not start the count anew.
 * @throws Problem 429 `sign-in-locked`
 */
export async function countCode(strapi: Core.Strapi, { accountId, at }: GivenCode): Promise<void> {
  const key = attemptsKey(vaultOf(strapi), accountId);
  const waitSeconds = await countAttempt(databaseOf(strapi), key, at, signInPolicy);
  if (waitSeconds > 0) throw lockedOut(waitSeconds);
}

/**
 * Uses up a code (验证码): time-based or one for recovery, each opens once.
 * @throws Problem `code-wrong`, `code-used` with the status asked for; 409 `second-factor-off`
 */
export async function useCode(tx: Tx, vault: Vault, given: GivenCode): Promise<'totp' | 'recovery-code'> {
  const { accountId, code, at, refusedAs } = given;
  const factor = await heldFactor(tx, accountId);
  if (!factor?.secretSealed) throw factorOff();
  if (isTimedCode(code)) {
    const step = stepOf(openSecret(vault, accountId, factor.secretSealed), code, at);
    if (step === undefined) throw codeWrong(refusedAs);
    if (!(await spendStep(tx, accountId, step, at))) throw codeUsed(refusedAs, secondsToNext(at));
  } else if (!(await spendRecoveryCode(tx, vault, given))) {
    throw codeWrong(refusedAs);
  }
  await clearCodes(tx, vault, accountId);
  return isTimedCode(code) ? 'totp' : 'recovery-code';
}

/** A right code clears the count. */
export function clearCodes(db: Queryable, vault: Pick<Vault, 'blind'>, accountId: number): Promise<void> {
  return clearAttempts(db, attemptsKey(vault, accountId));
}

/** For the comparison with a code; it ends as an entry of the session or of the factor, a refusal as well. */
export function openSecret(vault: Pick<Vault, 'open'>, accountId: number, sealed: Buffer): string {
  const reading = coveredRead('second-factor.check', ['totp-secret']);
  return vault.open('totp-secret', secretSubject(accountId), sealed, reading);
}

/** Whose secret it is, bound into its seal. */
export function secretSubject(accountId: number): string {
  return `account:${accountId}`;
}

function attemptsKey(vault: Pick<Vault, 'blind'>, accountId: number): Buffer {
  return vault.blind('second-factor-account', String(accountId));
}

function secondsToNext(at: Date): number {
  return stepSeconds - (Math.floor(at.getTime() / 1_000) % stepSeconds);
}
