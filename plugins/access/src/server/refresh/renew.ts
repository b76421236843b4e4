import type { Core } from '@strapi/strapi';
import { signInPolicy } from '@linggong/config/access';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Database } from '@linggong/core';
import { accountOfSession, endSessions } from '../accounts/sessions';
import { notSignedIn } from '../http/problems';
import { issueToken } from '../sign-in/token';
import { newRefreshToken, spendRefreshToken } from './refresh-tokens';

export interface Renewed {
  readonly jwt: string;
  readonly refreshToken: string;
}

/**
 * Renews the bearer token of a session (令牌轮换). A token that comes a second time ends the session for both who hold it.
 * @throws Problem 401 `not-signed-in`
 */
export async function renewSession(strapi: Core.Strapi, token: string, command: Command): Promise<Renewed> {
  const db = databaseOf(strapi);
  const { at } = command;
  // One transaction: the twin of a use waits for it, and is the second whatever happens in between.
  const outcome = await db.transaction(async (tx) => {
    const spent = await spendRefreshToken(tx, token, at);
    if (spent.kind !== 'spent') return spent;
    const account = await accountOfSession(tx, spent.sessionId, at, signInPolicy);
    if (!account) throw notSignedIn();
    const refreshToken = await newRefreshToken(tx, spent.sessionId, at);
    return { kind: 'renewed' as const, jwt: issueToken(strapi, account.id, spent.sessionId), refreshToken };
  });
  if (outcome.kind === 'renewed') return outcome;
  if (outcome.kind === 'reused') await endReused(db, outcome.sessionId, command);
  throw notSignedIn();
}

async function endReused(db: Database, sessionId: string, command: Command): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await endSessions(tx, { sessionId }, 'token-reused', command.at);
    if (ended === 0) return;
    await record(tx, command, {
      action: 'session.reuse',
      subject: { kind: 'session', id: sessionId },
      outcome: 'refused',
    });
  });
}
