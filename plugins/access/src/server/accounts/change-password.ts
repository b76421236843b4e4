import type { Core } from '@strapi/strapi';
import { signInPolicy } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { clearAttempts, countAttempt } from '../sign-in/attempts';
import { identifierKey } from '../sign-in/identifier-key';
import { lockedOut } from '../sign-in/sign-in-problems';
import type { Account } from '../http/account';
import { usedBefore, wasPassword } from './former-passwords';
import { isPassword } from './password-hash';
import { endSessions } from './sessions';
import { checkedHash, setPassword } from './set-password';

/** What an account does about its own password; guesses of the old one count like those of a sign-in. */
export interface PasswordChange {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/**
 * Changes one's own password (修改密码) and ends one's other sessions.
 * @throws Problem 400 `old-password-wrong`, `password-same`, `password-used-before`, `password-weak`; 429 `sign-in-locked`
 */
export async function changePassword(
  strapi: Core.Strapi,
  account: Account,
  { oldPassword, newPassword }: PasswordChange,
  command: Command,
): Promise<void> {
  const db = databaseOf(strapi);
  const row = await db.maybeOne<{ identifier: string; hash: string }>(
    `SELECT u.username AS identifier, c.password_hash AS hash
     FROM public.up_users u JOIN access.credentials c ON c.account_id = u.id WHERE u.id = $1`,
    [account.id],
  );
  const key = identifierKey(vaultOf(strapi), row?.identifier ?? '');
  const waitSeconds = await countAttempt(db, key, command.at, signInPolicy);
  if (waitSeconds > 0) throw lockedOut(waitSeconds);
  if (!(await isPassword(oldPassword, row?.hash)) || !row) throw refused('old-password-wrong', 'oldPassword', wrong);
  await clearAttempts(db, key);
  const hash = await checkedHash(row.identifier, newPassword, 'newPassword');
  await demandUnused(db, { id: account.id, hash: row.hash }, newPassword);
  await db.transaction(async (tx) => {
    await setPassword(tx, { accountId: account.id, hash, mustChange: false, at: command.at });
    await endSessions(tx, { accountId: account.id, except: account.sessionId }, 'password-changed', command.at);
    await record(tx, command, { action: 'account.change-password', subject: { kind: 'account', id: account.id } });
  });
}

/**
 * That an account does not have, and did not have, a password.
 * @throws Problem 400 `password-same`, `password-used-before`
 */
export async function demandUnused(
  db: Queryable,
  { id, hash }: { readonly id: number; readonly hash: string },
  newPassword: string,
): Promise<void> {
  if (await isPassword(newPassword, hash)) throw refused('password-same', 'newPassword', same);
  if (await wasPassword(db, id, newPassword)) throw usedBefore();
}

const wrong = { zh: '原密码不正确', en: 'The old password is wrong' };
const same = { zh: '新密码不能与原密码相同', en: 'The new password is the old one' };

function refused(code: string, field: string, text: { zh: string; en: string }): Error {
  return problem(400, code, text, { field });
}
