import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The keys of an installation. Numbers are for ever: what was sealed under one is opened with it. */
export interface Keyring {
  /** Number of the key that new values are sealed under. */
  readonly current: number;
  /** Numbers of all keys, oldest first. */
  readonly numbers: readonly number[];
  /** Key for one purpose, derived from a numbered key. @throws Error for a number that the ring does not hold */
  keyFor(number: number, purpose: string): KeyObject;
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
}

/** A ring over its material. Derived keys are kept: deriving one costs more than sealing with it. */
export function createKeyring(material: KeyMaterial): Keyring {
  checkMaterial(material);
  const master = (number: number): Buffer => {
    const key = material.keys.get(number);
    if (!key) throw new Error(`the key ring holds no key ${number}`);
    return key;
  };
  const derivers = new Map([...material.keys].map(([number, key]) => [number, createDeriver(key, `key:${number}`)]));
  const indexDeriver = createDeriver(material.index, 'index');
  return {
    current: material.current,
    numbers: [...material.keys.keys()].sort((a, b) => a - b),
    keyFor: (number, purpose) => {
      const derive = derivers.get(number);
      if (!derive) throw new Error(`the key ring holds no key ${number}`);
      return derive(purpose);
    },
    indexKeyFor: indexDeriver,
    checkValue: (number) =>
      createHmac('sha256', number === 'index' ? material.index : master(number))
        .update('check')
        .digest('hex')
        .slice(0, 16),
  };
}

/** Keys derived from one key by purpose (HKDF, RFC 5869), each made once. */
function createDeriver(key: Buffer, label: string): (purpose: string) => KeyObject {
  const made = new Map<string, KeyObject>();
  return (purpose) => {
    const known = made.get(purpose);
    if (known) return known;
    const derived = createSecretKey(Buffer.from(hkdfSync('sha256', key, 'linggong-vault', `${label}:${purpose}`, 32)));
    made.set(purpose, derived);
    return derived;
  };
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
export function withNewKey(material: KeyMaterial, key: Buffer): KeyMaterial {
  const next = Math.max(...material.keys.keys()) + 1;
  return { ...material, current: next, keys: new Map([...material.keys, [next, key]]) };
}
