import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';
import type { SealedKind } from '../../domain';
import type { Keyring } from '../keys/keyring';

/**
 * Sealed form of a field: suite (1 byte), key number (2), nonce (12), ciphertext, tag (16). The suite byte leaves room for the
 * SM4-GCM profile and for envelope keys.
 */
const SUITE_AES_256_GCM = 1;
const NONCE_AT = 3;
const NONCE_BYTES = 12;
const TEXT_AT = NONCE_AT + NONCE_BYTES;
const TAG_BYTES = 16;

/** Every kind has a key of its own. Written out, because a text put together for every field would cost as much as the key. */
const purposes: Readonly<Record<SealedKind, string>> = {
  name: 'field:name',
  'identity-number': 'field:identity-number',
  phone: 'field:phone',
  'bank-card': 'field:bank-card',
  address: 'field:address',
  email: 'field:email',
  'approval-payload': 'field:approval-payload',
  'totp-secret': 'field:totp-secret',
};

/** A sealed value does not open: other key, kind or subject, or changed bytes. Which of them is not said, it cannot be known. */
export class SealBroken extends Error {
  constructor() {
    super('the sealed value does not open for this kind and subject');
    this.name = 'SealBroken';
  }
}

export interface FieldCipher {
  seal(kind: SealedKind, subject: string, clear: string): Buffer;
  /** @throws SealBroken */
  open(kind: SealedKind, subject: string, sealed: Buffer): string;
}

export function createFieldCipher(keyring: Keyring): FieldCipher {
  const nonces = createNonces();
  const head = Buffer.from([SUITE_AES_256_GCM, keyring.current >> 8, keyring.current & 0xff]);
  return {
    seal: (kind, subject, clear) => {
      const key = keyring.keyFor(keyring.current, purposes[kind]);
      return sealWith(key, head, nonces(), aadOf(kind, subject), clear);
    },
    open: (kind, subject, sealed) => {
      if (sealed.length < TEXT_AT + TAG_BYTES || sealed[0] !== SUITE_AES_256_GCM) throw new SealBroken();
      const number = sealed.readUInt16BE(1);
      if (!keyring.numbers.includes(number)) throw new SealBroken();
      return openWith(keyring.keyFor(number, purposes[kind]), aadOf(kind, subject), sealed);
    },
  };
}

/** Number of the key that a value was sealed under; re-encryption after a rotation looks for the old ones. */
export function keyNumberOf(sealed: Buffer): number {
  return sealed.readUInt16BE(1);
}

/** Binds a value to its kind and its subject, so that ciphertext moved to another person does not open. */
function aadOf(kind: SealedKind, subject: string): Buffer {
  return Buffer.from(`${kind}\u0000${subject}`);
}

function sealWith(key: KeyObject, head: Buffer, nonce: Buffer, aad: Buffer, clear: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  const text = cipher.update(clear, 'utf8');
  cipher.final();
  return Buffer.concat([head, nonce, text, cipher.getAuthTag()]);
}

function openWith(key: KeyObject, aad: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(NONCE_AT, TEXT_AT), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return decipher.update(sealed.subarray(TEXT_AT, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new SealBroken();
  }
}

/** Random nonces, drawn from the system a few thousand at a time: one draw a field would cost as much as the sealing. */
function createNonces(): () => Buffer {
  const pool = Buffer.alloc(NONCE_BYTES * 4_096);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += NONCE_BYTES;
    // A view: it is copied into the sealed value before the next one is asked for.
    return pool.subarray(at - NONCE_BYTES, at);
  };
}
