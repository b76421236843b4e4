import { problem } from '@linggong/core/domain';
import type { Realm } from '../../domain';
import type { Suite, SuiteKey } from '../suites';
import { kept, type Keyring } from './keyring';

export { realms, type Realm } from '../../domain';

/** A key that seals values (数据密钥): it lies in the database wrapped by the key ring, and in clear in this process only. */
export interface DataKey {
  readonly number: number;
  readonly suite: Suite;
  /** First three bytes of everything it seals: suite and number. */
  readonly head: Buffer;
  /** The same as base64, which is exactly the first four characters of a sealed text. */
  readonly headText: string;
  keyFor(purpose: string): SuiteKey;
}

/** The data keys of the running process; never waits for the database, because sealing and opening are synchronous. */
export interface DataKeys {
  /** The key that new values of a realm are sealed under now. */
  current(realm: Realm): DataKey;
  /**
   * The key of a number; undefined where the database knows none.
   * @throws Problem 503 `keys-reloading` for one that this process has not asked the database for yet; it does so at once
   */
  find(number: number): DataKey | undefined;
}

/** @param master 32 bytes */
export function createDataKey(number: number, suite: Suite, master: Buffer): DataKey {
  const head = Buffer.from([suite.id, number >> 8, number & 0xff]);
  return {
    number,
    suite,
    head,
    headText: head.toString('base64'),
    keyFor: kept((purpose) => suite.derive(master, purpose)),
  };
}

/** Number of the data key of a vault without a database; `vault.data_keys` never gives it. */
const RING_ONLY_NUMBER = 65_535;

/**
 * The data keys of a vault that has no database: one, derived from the ring. Tests and benches seal under it; no vault with a
 * database does, and none opens what it sealed.
 */
export function ringDataKeys(keyring: Keyring): DataKeys {
  const { current } = keyring;
  const master = keyring.suiteKeyFor(current, 'data-key:fields').authentication.export();
  const only = createDataKey(RING_ONLY_NUMBER, keyring.suiteOf(current), master);
  return { current: () => only, find: (number) => (number === only.number ? only : undefined) };
}

/** For a process that seals and opens nothing. */
export const noDataKeys: DataKeys = { current: noKey, find: noKey };

function noKey(): never {
  throw new Error('this process holds no data keys');
}

export function keysReloading(): Error {
  return problem(
    503,
    'keys-reloading',
    { zh: '密钥正在更新', en: 'The keys are being renewed' },
    { fix: { zh: '请稍后重试', en: 'Try again in a moment' } },
  );
}
