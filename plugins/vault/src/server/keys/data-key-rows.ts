import { randomBytes } from 'node:crypto';
import type { Database, Queryable, Tx } from '@linggong/core';
import { suiteOfId, type Suite } from '../suites';
import { realms, type Realm } from './data-key';
import type { KeyWrapper } from './key-wrapper';

export const KEY_BYTES = 32;

export interface NewDataKey {
  readonly realm: Realm;
  readonly suite: Suite;
  readonly madeBy: string;
  readonly reason?: string;
  /** Seconds until it is sealed under. */
  readonly settleSeconds: number;
}

export interface WrappedKey {
  readonly number: number;
  readonly realm: Realm;
  readonly suite: number;
  readonly wrapped: Buffer;
  /** Milliseconds until it is sealed under, by the database's clock; 0 once it is. */
  readonly dueMs: number;
}

/** Nobody else gives numbers or wraps anew until the transaction ends. */
export async function lockDataKeys(tx: Queryable): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('vault.data-keys'))");
}

/** Makes the first key of every realm that has none, once, whichever process comes first. */
export async function foundDataKeys(db: Database, wrapper: KeyWrapper, suite: Suite): Promise<void> {
  const known = await db.query<{ realm: string }>('SELECT DISTINCT realm FROM vault.data_keys');
  if (realms.every((realm) => known.some((row) => row.realm === realm))) return;
  await db.transaction(async (tx) => {
    await lockDataKeys(tx);
    for (const realm of realms) {
      if (await tx.maybeOne('SELECT 1 FROM vault.data_keys WHERE realm = $1 LIMIT 1', [realm])) continue;
      await insertDataKey(tx, wrapper, { realm, suite, madeBy: 'system', settleSeconds: 0 });
    }
  });
}

/** Makes a key and gives its number; the caller holds the lock. */
export async function insertDataKey(tx: Tx, wrapper: KeyWrapper, key: NewDataKey): Promise<number> {
  const { number } = await tx.one<{ number: number }>(
    'SELECT coalesce(max(number), 0) + 1 AS number FROM vault.data_keys',
  );
  const identity = { number, realm: key.realm, suite: key.suite.id };
  await tx.query(
    `INSERT INTO vault.data_keys (number, realm, suite, wrapped, wrapped_by, active_from, made_by, reason)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), $7, $8)`,
    [
      number,
      key.realm,
      key.suite.id,
      await wrapper.wrap(identity, randomBytes(KEY_BYTES)),
      wrapper.current,
      key.settleSeconds,
      key.madeBy,
      key.reason ?? null,
    ],
  );
  return number;
}

/** All keys that are not destroyed, in the order in which they became or become current. */
export async function readDataKeys(db: Queryable): Promise<WrappedKey[]> {
  return db.query<WrappedKey>(
    `SELECT number, realm, suite, wrapped,
            greatest(0, ceil(extract(epoch FROM active_from - clock_timestamp()) * 1000))::int AS "dueMs"
       FROM vault.data_keys WHERE wrapped IS NOT NULL ORDER BY active_from, number`,
  );
}

/**
 * Wraps every data key under the ring's current key (主密钥轮换): a few rows, and no value is touched. @returns how many were wrapped anew
 * @throws SealBroken where the ring lost a key
 */
export async function rewrapDataKeys(tx: Tx, wrapper: KeyWrapper): Promise<number> {
  await lockDataKeys(tx);
  const rows = await tx.query<WrappedKey>(
    `SELECT number, realm, suite, wrapped FROM vault.data_keys WHERE wrapped_by <> $1 AND wrapped IS NOT NULL ORDER BY number`,
    [wrapper.current],
  );
  for (const row of rows) {
    const wrapped = await wrapper.wrap(row, await wrapper.unwrap(row, row.wrapped));
    await tx.query('UPDATE vault.data_keys SET wrapped = $2, wrapped_by = $3 WHERE number = $1', [
      row.number,
      wrapped,
      wrapper.current,
    ]);
  }
  return rows.length;
}

/** @throws Error for a suite that this version does not know */
export function suiteOfRow({ number, suite }: Pick<WrappedKey, 'number' | 'suite'>): Suite {
  const known = suiteOfId(suite);
  if (!known) throw new Error(`data key ${number} is of suite ${suite}, which this version does not know`);
  return known;
}
