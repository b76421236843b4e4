import { signInPolicy } from '@linggong/config/access';
import type { Tx } from '@linggong/core';
import { problem, type Problem, type Text2 } from '@linggong/core/domain';
import { passwordFault, type PasswordFault } from '../../domain/password-policy';
import { keepFormer } from './former-passwords';
import { hashPassword } from './password-hash';

const { passwordLengthMin, passwordLengthMax, passwordClassesMin } = signInPolicy;

const passwordTexts: Readonly<Record<PasswordFault, Text2>> = {
  'too-short': {
    zh: `密码至少 ${passwordLengthMin} 个字符`,
    en: `A password has at least ${passwordLengthMin} characters`,
  },
  'too-long': {
    zh: `密码最多 ${passwordLengthMax} 个字符`,
    en: `A password has at most ${passwordLengthMax} characters`,
  },
  'too-few-classes': {
    zh: `密码须含大写、小写、数字、符号中的 ${passwordClassesMin} 类`,
    en: `A password has ${passwordClassesMin} of upper case, lower case, digits and signs`,
  },
  'holds-identifier': { zh: '密码不能包含登录名', en: 'A password does not hold the identifier' },
};

/** @throws Problem 400 `password-weak` */
export async function checkedHash(identifier: string, password: string, field = 'password'): Promise<string> {
  demandStrong(identifier, password, field);
  return hashPassword(password);
}

/** @throws Problem 400 `password-weak` */
export function demandStrong(identifier: string, password: string, field = 'password'): void {
  const fault = passwordFault(password, identifier, signInPolicy);
  if (fault) throw weakPassword(fault, field);
}

function weakPassword(fault: PasswordFault, field: string): Problem {
  return problem(400, 'password-weak', passwordTexts[fault], { field, extra: { reason: fault } });
}

interface NewPassword {
  readonly accountId: number;
  readonly hash: string;
  /** Somebody else has seen it. */
  readonly mustChange: boolean;
  readonly at: Date;
}

export async function setPassword(tx: Tx, { accountId, hash, mustChange, at }: NewPassword): Promise<void> {
  await keepFormer(tx, accountId);
  await tx.query(
    `INSERT INTO access.credentials (account_id, password_hash, changed_at, must_change) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id) DO UPDATE SET
       password_hash = excluded.password_hash, changed_at = excluded.changed_at, must_change = excluded.must_change`,
    [accountId, hash, at, mustChange],
  );
}

/** The account has no password any more; the last one is kept among the former ones, which are not taken again. */
export async function dropPassword(tx: Tx, accountId: number): Promise<void> {
  await keepFormer(tx, accountId);
  await tx.query('DELETE FROM access.credentials WHERE account_id = $1', [accountId]);
}
