import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { signInPolicy, type Role } from '@linggong/config/access';
import { clockOf, databaseOf, systemCommand, type Database } from '@linggong/core';
import { declareHolder, type Holder } from '../persons/declare-holder';
import { issueToken } from '../sign-in/token';
import { createAccount } from './create-account';
import { setBlocked } from './manage-account';
import { startSession } from './sessions';

export interface TokenOwner {
  readonly role: Role;
  readonly enterpriseId?: number;
  readonly workerId?: number;
  /** Tells several accounts of one role apart. */
  readonly serial?: number;
}

export interface TokenTraits {
  /** The session counts as one that passed the second factor. */
  readonly secondFactor?: boolean;
  /** Who stands behind the account where it is opened now: a person of its own, nobody, or the person that is given. */
  readonly holder?: 'own' | 'none' | Holder;
}

/**
 * A bearer token for an account of this role and owner; the account is opened, without a password, where there is none yet. Its
 * session counts as one that passed the second factor, and a person of its own stands behind it, unless the traits say otherwise.
 * For tests and the demo: nothing that is reachable from outside calls it.
 */
export async function tokenFor(
  strapi: Core.Strapi,
  owner: TokenOwner,
  { secondFactor = true, holder = 'own' }: TokenTraits = {},
): Promise<string> {
  const db = databaseOf(strapi);
  const at = clockOf(strapi).now();
  const accountId = (await accountIdOf(db, owner)) ?? (await openAccount(db, owner, holder, at));
  const factor = secondFactor ? ('totp' as const) : undefined;
  const session = { accountId, at, address: undefined, secondFactor: factor };
  const sessionId = await startSession(db, session, signInPolicy);
  // Nothing renews it: it lives as long as its session.
  return issueToken(strapi, accountId, sessionId, signInPolicy.sessionHours * 60);
}

/** Blocks the accounts that tokens were made for and ends their sessions: what a demo was made with opens nothing later. */
export async function closeTokenAccounts(strapi: Core.Strapi): Promise<void> {
  const command = systemCommand('token-for', clockOf(strapi).now(), 'token-for');
  await databaseOf(strapi).transaction(async (tx) => {
    const rows = await tx.query<{ id: number }>(
      `SELECT id FROM public.up_users WHERE username LIKE 'token-%' ORDER BY id`,
    );
    for (const { id } of rows) await setBlocked(tx, id, true, command);
  });
}

function identifierOf({ role, enterpriseId, workerId, serial }: TokenOwner): string {
  const another = serial === undefined ? undefined : `n${serial}`;
  return ['token', role, enterpriseId, workerId, another].filter((part) => part !== undefined).join('-');
}

async function accountIdOf(db: Database, owner: TokenOwner): Promise<number | undefined> {
  const row = await db.maybeOne<{ id: number }>('SELECT id FROM public.up_users WHERE lower(username) = $1', [
    identifierOf(owner),
  ]);
  return row?.id;
}

function openAccount(db: Database, named: TokenOwner, holder: 'own' | 'none' | Holder, at: Date): Promise<number> {
  const command = systemCommand('token-for', at, 'token-for');
  const identifier = identifierOf(named);
  const { serial: _serial, ...owner } = named;
  return db.transaction(async (tx) => {
    const id = await createAccount(tx, { ...owner, identifier }, command);
    // A worker is known by his row of the register.
    const person = holder === 'own' && owner.workerId === undefined ? syntheticHolder(identifier) : holder;
    if (typeof person === 'object') await declareHolder(tx, command, id, person);
    return id;
  });
}

/** Nobody's numbers: a hash that no number has. */
function syntheticHolder(identifier: string): Holder {
  return { identityKey: createHash('sha256').update(`holder of ${identifier}`).digest('hex') };
}
