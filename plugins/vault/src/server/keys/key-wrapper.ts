import { randomBytes } from 'node:crypto';
import { NONCE_BYTES, SealBroken, suiteOfId, TAG_BYTES } from '../suites';
import type { Keyring } from './keyring';

/** What a wrapped key is bound to: another row's key does not unwrap in its place. */
export interface WrappedIdentity {
  readonly number: number;
  readonly realm: string;
  /** Id of the suite that the key is for. */
  readonly suite: number;
}

/**
 * Who wraps data keys (密钥封装端口). Asynchronous, so that a hardware module or a key service can stand here; the key ring is the one
 * that is written.
 */
export interface KeyWrapper {
  /** Number of the key that wraps from now on. */
  readonly current: number;
  wrap(identity: WrappedIdentity, clear: Buffer): Promise<Buffer>;
  /** @throws SealBroken for another identity, changed bytes, or a wrapping key that is not there */
  unwrap(identity: WrappedIdentity, wrapped: Buffer): Promise<Buffer>;
}

/** Form: suite (1 byte), ring number (2), nonce (12), key, tag (16), in the ring key's own suite. */
export function ringWrapper(keyring: Keyring): KeyWrapper {
  const { current } = keyring;
  return {
    current,
    wrap: async (identity, clear) => {
      const suite = keyring.suiteOf(current);
      const head = Buffer.from([suite.id, current >> 8, current & 0xff]);
      const nonce = randomBytes(NONCE_BYTES);
      const [text, tag] = suite.seal(keyring.suiteKeyFor(current, 'wrap'), nonce, aadOf(head, identity), clear);
      return Buffer.concat([head, nonce, text, tag]);
    },
    unwrap: async (identity, wrapped) => {
      const head = wrapped.subarray(0, 3);
      const suite = suiteOfId(head[0]);
      if (!suite || wrapped.length < 3 + NONCE_BYTES + TAG_BYTES) throw new SealBroken();
      const number = head.readUInt16BE(1);
      if (!keyring.numbers.includes(number) || keyring.suiteOf(number) !== suite) throw new SealBroken();
      const nonce = wrapped.subarray(3, 3 + NONCE_BYTES);
      const text = wrapped.subarray(3 + NONCE_BYTES, -TAG_BYTES);
      const key = keyring.suiteKeyFor(number, 'wrap');
      return suite.open(key, nonce, aadOf(head, identity), text, wrapped.subarray(-TAG_BYTES));
    },
  };
}

function aadOf(head: Buffer, { number, realm, suite }: WrappedIdentity): Buffer {
  return Buffer.from(`${head.toString('base64')}data-key\u0000${number}\u0000${realm}\u0000${suite}`);
}
