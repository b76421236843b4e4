import { randomFillSync } from 'node:crypto';
import type { SealedKind } from '../../domain';
import type { DataKey, DataKeys } from '../keys/data-key';
import type { Keyring } from '../keys/keyring';
import { NONCE_BYTES, SealBroken, TAG_BYTES, type Suite } from '../suites';
import { aes256Gcm } from '../suites/aes-256-gcm';

/**
 * Sealed form of a field: suite (1 byte), key number (2), nonce (12), ciphertext, tag (16). Suites 2 and 3 are under a data key;
 * suite 1 is AES-256-GCM directly under a key of the ring, the form from before there were data keys: it is opened, never made.
 */
const UNDER_THE_RING = 1;
export const HEAD_BYTES = 3;
const TEXT_AT = HEAD_BYTES + NONCE_BYTES;

/** Every kind has a key of its own. Written out, because a text put together for every field would cost as much as the key. */
const purposes: Readonly<Record<SealedKind, string>> = {
  name: 'field:name',
  'identity-number': 'field:identity-number',
  phone: 'field:phone',
  'bank-card': 'field:bank-card',
  address: 'field:address',
  email: 'field:email',
  'approval-payload': 'field:approval-payload',
  'form-draft': 'field:form-draft',
  'totp-secret': 'field:totp-secret',
};

export interface FieldCipher {
  /** @throws RangeError for a NUL in the subject, which would blur where the kind ends */
  seal(kind: SealedKind, subject: string, clear: string): Buffer;
  /** @throws SealBroken; Problem 503 `keys-reloading` for a key that was made a moment ago */
  open(kind: SealedKind, subject: string, sealed: Buffer): string;
  /** The same value under the current key; undefined where it is under that already. @throws as `open` */
  reseal(kind: SealedKind, subject: string, sealed: Buffer): Buffer | undefined;
}

export function createFieldCipher(keyring: Keyring, dataKeys: DataKeys): FieldCipher {
  const nonces = createNonces();
  const seal: FieldCipher['seal'] = (kind, subject, clear) => {
    if (subject.includes('\u0000')) throw new RangeError('a subject holds a NUL');
    return sealUnder(dataKeys.current('fields'), nonces(), kind, subject, clear);
  };
  const open: FieldCipher['open'] = (kind, subject, sealed) => {
    if (sealed.length < TEXT_AT + TAG_BYTES) throw new SealBroken();
    if (sealed[0] === UNDER_THE_RING) return openUnderRing(keyring, kind, subject, sealed);
    return openUnderData(dataKeys, kind, subject, sealed);
  };
  return {
    seal,
    open,
    reseal(kind, subject, sealed) {
      const { head } = dataKeys.current('fields');
      if (sealed.subarray(0, HEAD_BYTES).equals(head)) return undefined;
      return seal(kind, subject, open(kind, subject, sealed));
    },
  };
}

/** Binds a value to suite and key (no way down to another), its kind and its subject, so that moved ciphertext does not open. */
function aadOf({ headText }: DataKey, kind: SealedKind, subject: string): Buffer {
  return Buffer.from(`${headText}${kind}\u0000${subject}`);
}

function sealUnder(key: DataKey, nonce: Buffer, kind: SealedKind, subject: string, clear: string): Buffer {
  const [text, tag] = key.suite.seal(key.keyFor(purposes[kind]), nonce, aadOf(key, kind, subject), clear);
  return Buffer.concat([key.head, nonce, text, tag]);
}

function openUnderData(dataKeys: DataKeys, kind: SealedKind, subject: string, sealed: Buffer): string {
  const key = dataKeys.find(sealed.readUInt16BE(1));
  if (!key || key.suite.id !== sealed[0]) throw new SealBroken();
  return openParts(key.suite, key.keyFor(purposes[kind]), aadOf(key, kind, subject), sealed);
}

function openUnderRing(keyring: Keyring, kind: SealedKind, subject: string, sealed: Buffer): string {
  const number = sealed.readUInt16BE(1);
  if (!keyring.numbers.includes(number)) throw new SealBroken();
  const key = keyring.keyFor(number, purposes[kind]);
  return openParts(aes256Gcm, { encryption: key, authentication: key }, Buffer.from(`${kind}\u0000${subject}`), sealed);
}

function openParts(suite: Suite, key: Parameters<Suite['open']>[0], aad: Buffer, sealed: Buffer): string {
  const nonce = sealed.subarray(HEAD_BYTES, TEXT_AT);
  return suite
    .open(key, nonce, aad, sealed.subarray(TEXT_AT, -TAG_BYTES), sealed.subarray(-TAG_BYTES))
    .toString('utf8');
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
