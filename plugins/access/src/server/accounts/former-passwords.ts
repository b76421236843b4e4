import { signInPolicy } from '@linggong/config/access';
import type { Queryable, Tx } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { isPassword } from './password-hash';

/** Puts the password that is about to be replaced among the former ones, and forgets those beyond the policy. */
export async function keepFormer(tx: Tx, accountId: number): Promise<void> {
  await tx.query(
    `INSERT INTO access.former_passwords (account_id, set_at, password_hash)
     SELECT account_id, changed_at, password_hash FROM access.credentials WHERE account_id = $1
     ON CONFLICT (account_id, set_at) DO NOTHING`,
    [accountId],
  );
  await tx.query(
    `DELETE FROM access.former_passwords WHERE account_id = $1 AND set_at NOT IN
       (SELECT set_at FROM access.former_passwords WHERE account_id = $1 ORDER BY set_at DESC LIMIT $2)`,
    [accountId, signInPolicy.formerPasswords],
  );
}

/** Whether the account had this password before, within the policy; each one kept takes a hashing. */
export async function wasPassword(db: Queryable, accountId: number, password: string): Promise<boolean> {
  const rows = await db.query<{ hash: string }>(
    'SELECT password_hash AS hash FROM access.former_passwords WHERE account_id = $1 ORDER BY set_at DESC LIMIT $2',
    [accountId, signInPolicy.formerPasswords],
  );
  for (const { hash } of rows) if (await isPassword(password, hash)) return true;
  return false;
}

/** That an account without a password did not have one before. @throws Problem 400 `password-used-before` */
export async function demandFresh(db: Queryable, accountId: number, password: string): Promise<void> {
  if (await wasPassword(db, accountId, password)) throw usedBefore();
}

export function usedBefore(): Problem {
  return problem(
    400,
    'password-used-before',
    {
      zh: `新密码不能与最近 ${signInPolicy.formerPasswords} 次用过的密码相同`,
      en: `The new password is one of the last ${signInPolicy.formerPasswords}`,
    },
    { field: 'newPassword' },
  );
}
