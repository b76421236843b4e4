import { createCipheriv } from 'node:crypto';
import type { FieldKind } from '../domain';
import { createKeyring, type Keyring, type KeyMaterial } from './keys/keyring';

/** Key material of tests: the same bytes every time, so that a failure can be repeated. */
export function testMaterial(seed = 1): KeyMaterial {
  return { current: 1, keys: new Map([[1, Buffer.alloc(32, seed)]]), index: Buffer.alloc(32, seed + 100) };
}

export function testKeyring(seed = 1): Keyring {
  return createKeyring(testMaterial(seed));
}

/** The same ring of SM4 and SM3. */
export function smKeyring(seed = 1): Keyring {
  const suite = 'sm4-ctr-hmac-sm3';
  return createKeyring({ ...testMaterial(seed), suites: new Map([[1, suite]]), indexSuite: suite });
}

/** A field in the form from before there were data keys (suite 1), which the product makes no more. */
export function sealedUnderRing(keyring: Keyring, kind: FieldKind, subject: string, clear: string): Buffer {
  const head = Buffer.from([1, keyring.current >> 8, keyring.current & 0xff]);
  const nonce = Buffer.alloc(12, 3);
  const cipher = createCipheriv('aes-256-gcm', keyring.keyFor(keyring.current, `field:${kind}`), nonce);
  cipher.setAAD(Buffer.from(`${kind}\u0000${subject}`));
  return Buffer.concat([head, nonce, cipher.update(clear, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}
