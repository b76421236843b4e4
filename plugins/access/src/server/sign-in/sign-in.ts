import type { Core } from '@strapi/strapi';
import { signInPolicy, type Role } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Database, type Queryable } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { startSession } from '../accounts/sessions';
import { isPassword } from '../accounts/password-hash';
import { actorOf } from '../http/account';
import { identifierKey } from './identifier-key';
import { lockedOut, signInFailed } from './sign-in-problems';
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
  role: Role;
  enterpriseId: number | null;
  workerId: number | null;
}

/**
 * Signs in with identifier and password. A wrong password, an unknown identifier, a blocked account and one without a
 * password are one answer in the same time.
 * @throws Problem 401 `sign-in-failed`, 429 `sign-in-locked`
 */
export async function signIn(strapi: Core.Strapi, credentials: Credentials, command: Command): Promise<SignedIn> {
  const db = databaseOf(strapi);
  const identifier = credentials.identifier.trim().toLowerCase();
  const key = identifierKey(vaultOf(strapi), identifier);
  const waitSeconds = await countAttempt(db, key, command.at, signInPolicy);
  const row = await credentialOf(db, identifier);
  if (waitSeconds > 0) {
    await recordRefused(db, row, 'locked', command);
    throw lockedOut(waitSeconds);
  }
  if (!(await isPassword(credentials.password, row?.passwordHash)) || !row) {
    await recordRefused(db, row, 'failed', command);
    throw signInFailed();
  }
  const sessionId = await db.transaction(async (tx) => {
    await clearAttempts(tx, key);
    const address = command.address;
    const started = await startSession(tx, { accountId: row.accountId, at: command.at, address }, signInPolicy);
    await record(tx, signedIn(command, row, started), {
      action: 'session.start',
      subject: { kind: 'account', id: String(row.accountId) },
    });
    return started;
  });
  return { kind: 'signed-in', jwt: issueToken(strapi, row.accountId, sessionId) };
}

function credentialOf(db: Queryable, identifier: string): Promise<CredentialRow | undefined> {
  return db.maybeOne<CredentialRow>(
    `SELECT u.id AS "accountId", c.password_hash AS "passwordHash", u.account_role AS role,
            u.enterprise_id AS "enterpriseId", u.worker_id AS "workerId"
     FROM public.up_users u JOIN access.credentials c ON c.account_id = u.id
     WHERE lower(u.username) = $1 AND u.blocked IS NOT TRUE AND u.account_role IS NOT NULL`,
    [identifier],
  );
}

/** From the right password on, it is the account that acts. */
function signedIn(command: Command, row: CredentialRow, sessionId: string): Command {
  const { accountId: id, role, enterpriseId, workerId } = row;
  const owner = { ...(enterpriseId === null ? {} : { enterpriseId }), ...(workerId === null ? {} : { workerId }) };
  return { ...command, actor: actorOf({ id, role, name: `${role}#${id}`, ...owner, sessionId, locale: 'zh' }) };
}

async function recordRefused(
  db: Database,
  row: CredentialRow | undefined,
  cause: 'failed' | 'locked',
  command: Command,
): Promise<void> {
  const id = row ? String(row.accountId) : 'unknown';
  await db.transaction((tx) =>
    record(tx, command, { action: 'session.refuse', subject: { kind: 'account', id }, after: { cause } }),
  );
}
