import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { demandSuite, type Suite, type SuiteKey, type SuiteName } from '../suites';

/**
 * The keys that an installation is given from outside (密钥环, key-encryption keys): they wrap the data keys, seal backups and files,
 * and open what was sealed under them directly before there were data keys. Numbers are for ever.
 */
export interface Keyring {
  /** Number of the key that wraps and seals from now on. */
  readonly current: number;
  /** Numbers of all keys, oldest first. */
  readonly numbers: readonly number[];
  /** @throws Error for a number that the ring does not hold */
  suiteOf(number: number): Suite;
  /** Key for one purpose, derived from a numbered key by its suite. @throws Error for a number that the ring does not hold */
  suiteKeyFor(number: number, purpose: string): SuiteKey;
  /** AES-256 key for one purpose, of the forms from before there were data keys. @throws Error for a number that the ring does not hold */
  keyFor(number: number, purpose: string): KeyObject;
  /** Suite whose keyed hash makes the blind index. */
  readonly indexSuite: Suite;
  /** Key of the blind index for one purpose. It stands apart and does not rotate with the others, or equality would break. */
  indexKeyFor(purpose: string): KeyObject;
  /** Text that tells two keys apart and says nothing about either; `index` for the key of the blind index. */
  checkValue(number: number | 'index'): string;
}

export interface KeyMaterial {
  readonly current: number;
  /** 32 bytes each. */
  readonly keys: ReadonlyMap<number, Buffer>;
  readonly index: Buffer;
  /** Suites of keys; AES where none is named. */
  readonly suites?: ReadonlyMap<number, SuiteName>;
  readonly indexSuite?: SuiteName;
}

/**
 * A ring over its material. Derived keys are kept: deriving one costs more than sealing with it.
 * @throws Error for malformed material, and where this Node cannot do a suite that the ring names
 */
export function createKeyring(material: KeyMaterial): Keyring {
  checkMaterial(material);
  const held = new Map([...material.keys].map(([number, key]) => [number, heldKey(material, number, key)]));
  const find = (number: number): HeldKey => {
    const key = held.get(number);
    if (!key) throw new Error(`the key ring holds no key ${number}`);
    return key;
  };
  const indexSuite = demandSuite(material.indexSuite ?? 'aes-256-gcm');
  return {
    current: material.current,
    numbers: [...material.keys.keys()].sort((a, b) => a - b),
    suiteOf: (number) => find(number).suite,
    suiteKeyFor: (number, purpose) => find(number).suiteKeyFor(purpose),
    keyFor: (number, purpose) => find(number).keyFor(purpose),
    indexSuite,
    indexKeyFor: kept((purpose) => derivedKey(material.index, `index:${purpose}`)),
    checkValue: (number) =>
      number === 'index'
        ? checkValueOf(indexSuite, material.index)
        : checkValueOf(find(number).suite, find(number).key),
  };
}

interface HeldKey {
  readonly key: Buffer;
  readonly suite: Suite;
  suiteKeyFor(purpose: string): SuiteKey;
  keyFor(purpose: string): KeyObject;
}

function heldKey({ suites }: KeyMaterial, number: number, key: Buffer): HeldKey {
  const suite = demandSuite(suites?.get(number) ?? 'aes-256-gcm');
  return {
    key,
    suite,
    suiteKeyFor: kept((purpose) => suite.derive(key, purpose)),
    keyFor: kept((purpose) => derivedKey(key, `key:${number}:${purpose}`)),
  };
}

/** Each purpose made once. */
export function kept<T>(make: (purpose: string) => T): (purpose: string) => T {
  const made = new Map<string, T>();
  return (purpose) => {
    const known = made.get(purpose);
    if (known !== undefined) return known;
    const fresh = make(purpose);
    made.set(purpose, fresh);
    return fresh;
  };
}

/** A key derived by its label (HKDF-SHA256, RFC 5869). */
function derivedKey(key: Buffer, label: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, 'linggong-vault', label, 32)));
}

function checkValueOf(suite: Suite, key: Buffer): string {
  return suite.mac(createSecretKey(key), 'check').toString('hex').slice(0, 16);
}

function checkMaterial({ current, keys, index }: KeyMaterial): void {
  const badKey = [...keys].find(
    ([number, key]) => !Number.isInteger(number) || number < 1 || number > 65_535 || key.length !== 32,
  );
  if (badKey) throw new Error(`key ${badKey[0]} of the key ring is not a number of 1 to 65535 with 32 bytes`);
  if (!keys.has(current)) throw new Error(`the key ring names key ${current} as current and does not hold it`);
  if (index.length !== 32) throw new Error('the index key of the key ring is not 32 bytes');
}

/** The ring's material with one more key, which becomes the current one (密钥轮换); the others stay to open what they sealed. */
export function withNewKey(material: KeyMaterial, key: Buffer, suite: SuiteName = 'aes-256-gcm'): KeyMaterial {
  const next = Math.max(...material.keys.keys()) + 1;
  return {
    ...material,
    current: next,
    keys: new Map([...material.keys, [next, key]]),
    suites: new Map([...(material.suites ?? []), [next, suite]]),
  };
}
