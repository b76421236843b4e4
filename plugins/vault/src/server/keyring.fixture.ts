import { createKeyring, type Keyring, type KeyMaterial } from './keys/keyring';

/** Key material of tests: the same bytes every time, so that a failure can be repeated. */
export function testMaterial(seed = 1): KeyMaterial {
  return { current: 1, keys: new Map([[1, Buffer.alloc(32, seed)]]), index: Buffer.alloc(32, seed + 100) };
}

export function testKeyring(seed = 1): Keyring {
  return createKeyring(testMaterial(seed));
}
