import type { Queryable } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import { blindText } from '../sealed-text';

interface Told {
  readonly identityNumber: string;
  readonly name: string;
  readonly phone: string;
}

/**
 * The record that staff made of a person before he came himself, where he tells its name and its telephone: `of-another` where either differs,
 * or he has left; undefined where there is none. In a transaction the number is nobody else’s until it ends.
 */
export async function ownRecord(
  db: Queryable,
  vault: Vault,
  { identityNumber, name, phone }: Told,
): Promise<number | 'of-another' | undefined> {
  const identityBlind = blindText(vault, 'identity-number', identityNumber);
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('parties.register-self:' || $1, 0))`, [identityBlind]);
  const row = await db.maybeOne<{ id: number; own: boolean }>(
    `SELECT id, name_blind = $2 AND phone_blind = $3 AND state NOT IN ('deregistered', 'erased') AS own
     FROM public.workers WHERE identity_blind = $1 FOR UPDATE`,
    [identityBlind, blindText(vault, 'name', name), blindText(vault, 'phone', phone)],
  );
  if (row === undefined) return undefined;
  return row.own ? row.id : 'of-another';
}
