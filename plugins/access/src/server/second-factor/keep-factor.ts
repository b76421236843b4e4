import type { Core } from '@strapi/strapi';
import { secondFactorRoles } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { passFactor } from '../accounts/sessions';
import type { Account } from '../http/account';
import { factorMandatory } from './factor-problems';
import { dropFactor } from './factor-store';
import { newRecoveryCodes } from './recovery-codes';
import { countCode, useCode, type GivenCode } from './use-code';

/**
 * Gives the code again in a running session, which is then as good as fresh. @returns when
 * @throws Problem 400 `code-wrong`, `code-used`; 409 `second-factor-off`; 429 `sign-in-locked`
 */
export function checkFactor(strapi: Core.Strapi, account: Account, code: string, command: Command): Promise<Date> {
  return withCode(strapi, account, code, command, async (tx, kind) => {
    await passFactor(tx, account.sessionId, kind, command.at);
    await record(tx, command, { action: 'second-factor.check', subject: { kind: 'account', id: account.id } });
    return command.at;
  });
}

/** New recovery codes for a code; the old ones open nothing any more. @throws as `checkFactor` */
export function renewRecoveryCodes(
  strapi: Core.Strapi,
  account: Account,
  code: string,
  command: Command,
): Promise<string[]> {
  return withCode(strapi, account, code, command, async (tx) => {
    await record(tx, command, { action: 'second-factor.renew-codes', subject: { kind: 'account', id: account.id } });
    return newRecoveryCodes(tx, vaultOf(strapi), account.id);
  });
}

/** Gives the factor up where the role may work without. @throws Problem 403 `second-factor-mandatory`; as `checkFactor` */
export async function removeFactor(
  strapi: Core.Strapi,
  account: Account,
  code: string,
  command: Command,
): Promise<void> {
  if (secondFactorRoles.has(account.role)) throw factorMandatory();
  await withCode(strapi, account, code, command, async (tx) => {
    await dropFactor(tx, account.id);
    await record(tx, command, {
      action: 'second-factor.remove',
      subject: { kind: 'account', id: account.id },
      before: { factor: 'on' },
      after: { factor: 'off' },
    });
  });
}

/** Counts and uses up the code, and does the work in the same transaction; a refusal is written down. */
async function withCode<R>(
  strapi: Core.Strapi,
  { id: accountId }: Account,
  code: string,
  command: Command,
  work: (tx: Tx, kind: 'totp' | 'recovery-code') => Promise<R>,
): Promise<R> {
  const db = databaseOf(strapi);
  const given: GivenCode = { accountId, code, at: command.at, refusedAs: 400 };
  try {
    await countCode(strapi, given);
    return await db.transaction(async (tx) => work(tx, await useCode(tx, vaultOf(strapi), given)));
  } catch (error) {
    if (error instanceof Problem) await recordWrongCode(strapi, accountId, error.code, command);
    throw error;
  }
}

async function recordWrongCode(strapi: Core.Strapi, id: number, cause: string, command: Command): Promise<void> {
  await databaseOf(strapi).transaction((tx) =>
    record(tx, command, {
      action: 'second-factor.refuse',
      subject: { kind: 'account', id },
      after: { cause },
      outcome: 'refused',
    }),
  );
}
