import type { Command, Queryable, Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { createAccount } from './create-account';

/** The account that a worker opens for himself once he has proved who he is. */
export interface OwnAccount {
  readonly workerId: number;
  readonly identifier: string;
  readonly password: string;
}

/** Whether a worker has an account already, blocked or not. */
export async function hasOwnAccount(db: Queryable, workerId: number): Promise<boolean> {
  return (await db.maybeOne('SELECT 1 FROM public.up_users WHERE worker_id = $1 LIMIT 1', [workerId])) !== undefined;
}

/**
 * Opens the first account of a worker by himself (自助注册, R3.5). Whoever calls holds the worker’s row under lock, so that two who come at once
 * open one; a further account is a matter of the security administrator. @returns its number
 * @throws Problem as `createAccount`; 409 `account-exists`
 */
export async function openOwnAccount(tx: Tx, own: OwnAccount, command: Command): Promise<number> {
  if (await hasOwnAccount(tx, own.workerId)) throw accountExists();
  return createAccount(tx, { ...own, role: 'worker' }, command);
}

function accountExists(): Error {
  return problem(
    409,
    'account-exists',
    { zh: '您已经有账号', en: 'You have an account already' },
    {
      fix: {
        zh: '请直接登录；忘记密码可在登录页找回，忘记账号请联系客服',
        en: 'Sign in; a forgotten password is replaced from the sign-in page, and customer service knows your username',
      },
    },
  );
}
