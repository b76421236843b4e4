import type { KeyObject } from 'node:crypto';
import type { SuiteName } from '../../domain';

/** Keys for one purpose, derived from one master key. */
export interface SuiteKey {
  readonly encryption: KeyObject;
  readonly authentication: KeyObject;
}

/**
 * The port of an algorithm profile (算法套件): authenticated encryption, a keyed hash and a derivation that belong together.
 * Every profile passes one conformance suite (`suite-conformance.fixture.ts`).
 */
export interface Suite {
  /** First byte of what it seals, for ever. */
  readonly id: 2 | 3;
  readonly name: SuiteName;
  /** Keys for one purpose. Callers keep them: deriving costs more than sealing. @param master 32 bytes */
  derive(master: Buffer, purpose: string): SuiteKey;
  /** @param nonce 12 bytes, never twice under one key @returns ciphertext of the same length, and a tag of 16 bytes */
  seal(key: SuiteKey, nonce: Buffer, aad: Buffer, clear: Buffer | string): readonly [text: Buffer, tag: Buffer];
  /** @throws SealBroken for another key, nonce or additional data, or changed bytes; nothing is given out before that is known */
  open(key: SuiteKey, nonce: Buffer, aad: Buffer, text: Buffer, tag: Buffer): Buffer;
  /** Keyed hash, 32 bytes. */
  mac(key: KeyObject, text: Buffer | string): Buffer;
}

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** A sealed value does not open: other key, kind or subject, or changed bytes. Which of them is not said, it cannot be known. */
export class SealBroken extends Error {
  constructor() {
    super('the sealed value does not open for this kind and subject');
    this.name = 'SealBroken';
  }
}
