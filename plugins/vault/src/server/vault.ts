import path from 'node:path';
import type { Reading } from '@linggong/audit';
import { spanNow, type Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { isFieldKind, looksMasked, mask, type BlindKind, type FieldKind, type SealedKind } from '../domain';
import { blindOf } from './fields/blind-index';
import { createFieldCipher } from './fields/field-cipher';
import { createDiskStore } from './files/disk-store';
import { createFileVault, type FileVault } from './files/file-vault';
import { ringDataKeys, type DataKeys } from './keys/data-key';
import type { Keyring } from './keys/keyring';

/** Sensitive fields and private files of the platform (保险库). Pure but for `putFile`, `getFile` and `removeOrphans`. */
export interface Vault extends FileVault {
  /**
   * Ciphertext of a field, bound to its kind and subject. @throws Problem 400 `masked-value` for one of our own masks
   * @param subject whose value it is; for a worker's fields `subjectOf(identityNumber)`
   */
  seal(kind: SealedKind, subject: string, clear: string): Buffer;
  /**
   * @param reading of the entry that tells of it: `recordRead` of audit
   * @throws SealBroken for another kind or subject, or changed bytes; Problem 503 `keys-reloading` in the moment of a rotation
   */
  open(kind: SealedKind, subject: string, sealed: Buffer, reading: Reading): string;
  /** The same value under the current key; undefined where it is under that already. @throws as `open` */
  reseal(kind: SealedKind, subject: string, sealed: Buffer): Buffer | undefined;
  /** Keyed hash of the normalised value for equality search, 32 bytes. */
  blind(kind: BlindKind, clear: string): Buffer;
  mask(kind: FieldKind, clear: string): string;
  /** The subject of a person's fields: hex of the blind identity number, so that a staged row and the worker's row share it. */
  subjectOf(identityNumber: string): string;
  /** @throws RangeError where the lists differ in length */
  sealAll(kind: FieldKind, subjects: readonly string[], clears: readonly string[]): Buffer[];
  /** @throws RangeError where the lists differ in length; SealBroken */
  openAll(kind: FieldKind, subjects: readonly string[], sealed: readonly Buffer[], reading: Reading): string[];
  blindAll(kind: BlindKind, clears: readonly string[]): Buffer[];
  maskAll(kind: FieldKind, clears: readonly string[]): string[];
}

export interface VaultOptions {
  readonly keyring: Keyring;
  /** Keys that fields and keys of files are sealed under. Whoever has the database gives those that lie there: `openVault`. */
  readonly dataKeys?: DataKeys;
  /** Folder of the encrypted files. */
  readonly root: string;
  /** Where `getFile` reads; fields need none. */
  readonly db?: () => Queryable;
}

/** A vault over keys that are at hand. Without `dataKeys` it seals what it alone (and its twin of the same ring) opens: tests and benches. */
export function createVault({ keyring, root, db = noDatabase, dataKeys = ringDataKeys(keyring) }: VaultOptions): Vault {
  const cipher = createFieldCipher(keyring, dataKeys);
  const seal: Vault['seal'] = (kind, subject, clear) => {
    if (isFieldKind(kind) && looksMasked(kind, clear)) throw maskedValue();
    return cipher.seal(kind, subject, clear);
  };
  const open: Vault['open'] = (kind, subject, sealed, reading) => {
    reading.demand(kind);
    return cipher.open(kind, subject, sealed);
  };
  const blind: Vault['blind'] = (kind, clear) => blindOf(keyring, kind, clear);
  const maskOf: Vault['mask'] = (kind, clear) => spanNow('masking', () => mask(kind, clear));
  return {
    ...createFileVault({ keyring, dataKeys, store: createDiskStore(path.join(root, 'files')) }, db),
    seal,
    open,
    reseal: cipher.reseal,
    blind,
    mask: maskOf,
    subjectOf: (identityNumber) => blind('identity-number', identityNumber).toString('hex'),
    sealAll: (kind, subjects, clears) => inPairs(subjects, clears, (subject, clear) => seal(kind, subject, clear)),
    openAll: (kind, subjects, sealed, reading) =>
      inPairs(subjects, sealed, (subject, bytes) => open(kind, subject, bytes, reading)),
    blindAll: (kind, clears) => clears.map((clear) => blind(kind, clear)),
    maskAll: (kind, clears) => clears.map((clear) => maskOf(kind, clear)),
  };
}

function inPairs<A, B, R>(firsts: readonly A[], seconds: readonly B[], work: (first: A, second: B) => R): R[] {
  if (firsts.length !== seconds.length) throw new RangeError(`${firsts.length} subjects for ${seconds.length} values`);
  // Both lists are as long, so the index finds an item in each.
  return firsts.map((first, index) => work(first, seconds[index] as B));
}

function maskedValue(): Error {
  return problem(
    400,
    'masked-value',
    { zh: '脱敏后的内容不能保存', en: 'A masked value cannot be stored' },
    { fix: { zh: '请填写完整内容，或不要提交此字段', en: 'Send the full value, or leave the field out' } },
  );
}

function noDatabase(): never {
  throw new Error('this vault was made without a database');
}
