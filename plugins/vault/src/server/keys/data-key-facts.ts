import type { Queryable } from '@linggong/core';
import type { DataKeysAnswer } from '../../api';
import { suiteOfRow } from './data-key-rows';
import type { Keyring } from './keyring';

/** Keys and faults that a page shows; older ones are in the table. */
const KEYS_MAX = 100;
const FAULTS_MAX = 50;

/** Data keys, the ring that wraps them, and the last re-encryption, as they stand. */
export async function dataKeyFacts(db: Queryable, keyring: Keyring): Promise<DataKeysAnswer> {
  const keys = await db.query<KeyRow>(
    `SELECT number, realm, suite, wrapped_by AS "wrappedBy", made_at AS "madeAt", active_from AS "activeFrom", retired_at AS "retiredAt",
            destroyed_at AS "destroyedAt", made_by AS "madeBy", reason,
            CASE WHEN destroyed_at IS NOT NULL THEN 'destroyed' WHEN retired_at IS NOT NULL THEN 'retired' WHEN active_from > now() THEN 'next'
                 WHEN number = (SELECT number FROM vault.data_keys c WHERE c.realm = k.realm AND active_from <= now()
                                 ORDER BY active_from DESC, number DESC LIMIT 1) THEN 'current' ELSE 'older' END AS state
       FROM vault.data_keys k ORDER BY number DESC LIMIT ${KEYS_MAX}`,
  );
  const counts = await db.one<{ waiting: number; files: number }>(
    `SELECT (SELECT count(*)::int FROM vault.data_keys WHERE wrapped_by <> $1 AND wrapped IS NOT NULL) AS waiting,
            (SELECT count(*)::int FROM vault.files WHERE wrapped_key IS NULL) AS files`,
    [keyring.current],
  );
  return {
    ring: { current: keyring.current, suite: keyring.suiteOf(keyring.current).name, ...counts },
    keys: keys.map((row) => ({ ...row, suite: suiteOfRow(row).name })),
    reencryption: await lastReencryption(db),
  };
}

type KeyRow = Omit<DataKeysAnswer['keys'][number], 'suite'> & { readonly suite: number };

type Reencryption = NonNullable<DataKeysAnswer['reencryption']>;

async function lastReencryption(db: Queryable): Promise<Reencryption | null> {
  const run = await db.maybeOne<Omit<Reencryption, 'sources' | 'faults'>>(
    `SELECT id::text, to_number AS "toNumber", state, sweep, reason, asked_by AS "askedBy", asked_at AS "askedAt",
            finished_at AS "finishedAt" FROM vault.reencryptions r ORDER BY r.id DESC LIMIT 1`,
  );
  if (!run) return null;
  const sources = await db.query<Reencryption['sources'][number]>(
    `SELECT source AS name, total::int, seen::int, moved_in_all::int AS moved, broken::int
       FROM vault.reencryption_sources WHERE reencryption_id = $1 ORDER BY place`,
    [run.id],
  );
  const faults = await db.query<Reencryption['faults'][number]>(
    `SELECT source, row_key AS "rowKey" FROM vault.reencryption_faults WHERE reencryption_id = $1
      ORDER BY source, row_key LIMIT ${FAULTS_MAX}`,
    [run.id],
  );
  return { ...run, sources, faults };
}
