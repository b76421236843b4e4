import type { Core } from '@strapi/strapi';
import { signInPolicy } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { startSession } from '../accounts/sessions';
import { isPassword } from '../accounts/password-hash';
import { issueToken } from './token';
import { clearAttempts, countAttempt } from './attempts';

export interface Credentials {
  readonly identifier: string;
  readonly password: string;
}

/** Room for the second factor: an account that has one is answered with a challenge instead of a token. */
export type SignedIn =
  { readonly kind: 'signed-in'; readonly jwt: string } | { readonly kind: 'challenge'; readonly challenge: string };

interface CredentialRow {
  accountId: number;
  passwordHash: string;
}

/**
 * Signs in with identifier and password. A wrong password, an unknown identifier, a blocked account and one without a
 * password are one answer in the same time.
 * @throws Problem 401 `sign-in-failed`, 429 `sign-in-locked`
 */
export async function signIn(strapi: Core.Strapi, credentials: Credentials, command: Command): Promise<SignedIn> {
  const db = databaseOf(strapi);
  const identifier = credentials.identifier.trim().toLowerCase();
  const identifierKey = vaultOf(strapi).blind('sign-in-identifier', identifier);
  const waitSeconds = await countAttempt(db, identifierKey, command.at, signInPolicy);
  if (waitSeconds > 0) throw locked(waitSeconds);
  const row = await credentialOf(db, identifier);
  if (!(await isPassword(credentials.password, row?.passwordHash)) || !row) {
    await recordFailure(strapi, row, command);
    throw failed();
  }
  const sessionId = await db.transaction(async (tx) => {
    await clearAttempts(tx, identifierKey);
    const address = command.address;
    const started = await startSession(tx, { accountId: row.accountId, at: command.at, address }, signInPolicy);
    await record(tx, command, { action: 'session.start', subject: { kind: 'account', id: String(row.accountId) } });
    return started;
  });
  return { kind: 'signed-in', jwt: issueToken(strapi, row.accountId, sessionId) };
}

function credentialOf(db: Queryable, identifier: string): Promise<CredentialRow | undefined> {
  return db.maybeOne<CredentialRow>(
    `SELECT u.id AS "accountId", c.password_hash AS "passwordHash"
     FROM public.up_users u JOIN access.credentials c ON c.account_id = u.id
     WHERE lower(u.username) = $1 AND u.blocked IS NOT TRUE AND u.account_role IS NOT NULL`,
    [identifier],
  );
}

async function recordFailure(strapi: Core.Strapi, row: CredentialRow | undefined, command: Command): Promise<void> {
  const id = row ? String(row.accountId) : 'unknown';
  await databaseOf(strapi).transaction((tx) =>
    record(tx, command, { action: 'session.refuse', subject: { kind: 'account', id } }),
  );
}

function failed(): Problem {
  return problem(
    401,
    'sign-in-failed',
    { zh: '账号或密码不正确', en: 'The username or the password is wrong' },
    {
      fix: {
        zh: '请检查后重试；多次失败将暂时锁定',
        en: 'Check both and try again; repeated failures lock for a while',
      },
    },
  );
}

function locked(retryAfterSeconds: number): Problem {
  return problem(
    429,
    'sign-in-locked',
    { zh: '尝试次数过多，登录已暂时锁定', en: 'Too many attempts; sign-in is locked for a while' },
    {
      fix: { zh: `请在 ${retryAfterSeconds} 秒后重试`, en: `Try again in ${retryAfterSeconds} seconds` },
      extra: { retryAfterSeconds },
    },
  );
}
