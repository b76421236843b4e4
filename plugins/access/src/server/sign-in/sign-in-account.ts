import type { Role } from '@linggong/config/access';
import type { Command, Queryable } from '@linggong/core';
import { actorOf } from '../http/account';

/** An account that may sign in: it has a password and a role and is not blocked. */
export interface SignInAccount {
  readonly accountId: number;
  readonly identifier: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
  /** A second factor is asked for. */
  readonly hasFactor: boolean;
}

export function accountToSignIn(
  db: Queryable,
  by: { readonly identifier: string } | { readonly accountId: number },
): Promise<SignInAccount | undefined> {
  const isNumber = 'accountId' in by;
  return db.maybeOne<SignInAccount>(
    `SELECT u.id AS "accountId", u.username AS identifier, c.password_hash AS "passwordHash", u.account_role AS role,
            u.enterprise_id AS "enterpriseId", u.worker_id AS "workerId", f.confirmed_at IS NOT NULL AS "hasFactor"
     FROM public.up_users u JOIN access.credentials c ON c.account_id = u.id
          LEFT JOIN access.second_factors f ON f.account_id = u.id
     WHERE ${isNumber ? 'u.id' : 'lower(u.username)'} = $1 AND u.blocked IS NOT TRUE AND u.account_role IS NOT NULL`,
    [isNumber ? by.accountId : by.identifier],
  );
}

/** From the right password on, it is the account that acts. */
export function commandAs(command: Command, account: SignInAccount, sessionId = ''): Command {
  const { accountId: id, role, enterpriseId, workerId } = account;
  const owner = { ...(enterpriseId === null ? {} : { enterpriseId }), ...(workerId === null ? {} : { workerId }) };
  return {
    ...command,
    actor: actorOf({ id, role, name: `${role}#${id}`, ...owner, sessionId, locale: 'zh' }),
    ...(sessionId === '' ? {} : { sessionId }),
  };
}
