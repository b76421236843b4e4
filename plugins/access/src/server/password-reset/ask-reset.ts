import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { record } from '@linggong/audit';
import { secondFactorRoles, signInPolicy, type Role } from '@linggong/config/access';
import { databaseOf, type Command } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import { limitsOf } from '../limits/limits';
import { messageTextsOf } from '../messages/message-texts';
import { messagesOf } from '../messages/messages';
import { personPortOf } from '../persons/person-port';
import { identifierKey } from '../sign-in/identifier-key';
import { askedAccount, insertReset, leaveToSecurity, type AskedAccount, type ResetOutcome } from './reset-store';

export interface ResetRequest {
  readonly identifier: string;
  /** The telephone that the account's holder is known by; only its keyed hash is kept of him, so he tells it. */
  readonly phone: string;
}

/**
 * Asks for a new password (找回密码). It says nothing of what came of it, and does the same work, whether the account exists, is blocked,
 * has a telephone, has this one, or not; what differs – the sending – comes after the answer.
 * @returns the word of this request, of which only the hash is kept: a code is tried by who holds it, and by nobody else
 * @throws Problem 429 `too-many-requests`
 */
export async function askReset(strapi: Core.Strapi, request: ResetRequest, command: Command): Promise<string> {
  const db = databaseOf(strapi);
  const vault = vaultOf(strapi);
  const { at, address } = command;
  const identifier = request.identifier.trim().toLowerCase();
  const key = identifierKey(vault, identifier);
  const phoneKey = vault.blind('phone', request.phone).toString('hex');
  // Counted by both: whoever does not know the telephone uses up nobody's requests.
  const askerKey = vault.blind('password-reset-asker', `${identifier} ${phoneKey}`);
  await limitsOf(strapi).demand('password-reset-identifier', askerKey.toString('hex'));
  const account = await askedAccount(db, identifier);
  const outcome = await outcomeOf(strapi, account, phoneKey);
  // Looked up whether a code goes out or not: a statement more would tell that one does.
  const words = await messageTextsOf(strapi).inForce('password-reset');
  const word = randomBytes(32).toString('base64url');
  const id = randomUUID();
  const code = randomInt(1_000_000).toString().padStart(6, '0');
  const codeKey = vault.blind('password-reset-code', resetCodeText(id, code));
  await db.transaction(async (tx) => {
    const { accountId } = account;
    const kept = { id, requestHash: requestHash(word), identifierKey: key, askerKey, accountId, outcome, codeKey };
    await insertReset(tx, { ...kept, at, address });
    await record(tx, command, {
      action: 'account.ask-reset',
      subject: { kind: 'account', id: account.accountId === null ? 'unknown' : String(account.accountId) },
      after: { outcome },
    });
  });
  if (outcome !== 'code') return word;
  const message = { kind: 'password-reset', phone: request.phone, code, minutes: signInPolicy.resetMinutes } as const;
  messagesOf(strapi).post(message, () => leaveToSecurity(db, id, at), words);
  return word;
}

/** Under what a request is found by its word. */
export function requestHash(word: string): Buffer {
  return createHash('sha256').update(word).digest();
}

/**
 * A role that works with a second factor, and none is on: just restored, or not yet set up. A telephone alone must not open it, since
 * whoever holds that could set up a factor of his own.
 */
export function isBare({ role, hasFactor }: { readonly role: Role | null; readonly hasFactor: boolean }): boolean {
  return role !== null && secondFactorRoles.has(role) && !hasFactor;
}

/** What a code is hashed with: the same six digits of another request are another hash. */
export function resetCodeText(id: string, code: string): string {
  return `${id} ${code}`;
}

async function outcomeOf(strapi: Core.Strapi, account: AskedAccount, toldKey: string): Promise<ResetOutcome> {
  // Asked for nobody as well, so that the work is the same.
  const workers = await personPortOf(strapi).workersLike(databaseOf(strapi), {
    workers: [account.workerId ?? 0],
    identityKeys: [],
    phoneKeys: [],
    limit: 1,
  });
  if (account.accountId === null) return 'nobody';
  const known = [account.phoneKey, ...workers.map(({ phoneKey }) => phoneKey)].filter((one) => one != null);
  if (known.length === 0 || isBare(account) || !messagesOf(strapi).isReady) return 'for-security';
  return known.includes(toldKey) ? 'code' : 'mismatch';
}
