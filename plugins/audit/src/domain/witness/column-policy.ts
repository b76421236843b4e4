import { createHash, createHmac } from 'node:crypto';
import { maskPersonalText } from '@linggong/core/domain';

/** What is kept of a value (旁证留存): the text, with personal numbers starred, or a keyed fingerprint that tells only whether it changed. */
export type KeptValue = string | null | { readonly hmac: string; readonly bytes: number } | CutValue;

/** The beginning of a long value, and the digest of the whole. */
export interface CutValue {
  readonly head: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Sealed, blind and hashed columns, secrets and proofs: nothing of them may lie in a second store, or erasure would end there. */
const secretNames =
  /(_sealed|_blind|_hash|_digest|_proof|_secret|_token)$|password|^(token|secret|proof|signature|digest|hash)/;

const byteaOid = 17;
const textBytesMax = 4096;
const headLength = 200;

/** @param key for fingerprints; equal values of one installation have equal ones, and nobody without it can try values */
export function keptValue(column: { name: string; typeOid: number }, text: string | null, key: Buffer): KeptValue {
  if (text === null) return null;
  const bytes = Buffer.byteLength(text);
  if (column.typeOid === byteaOid || secretNames.test(column.name)) {
    const hmac = createHmac('sha256', key).update(`${column.name}:`).update(text).digest('hex').slice(0, 24);
    return { hmac, bytes };
  }
  const masked = maskPersonalText(text);
  if (bytes <= textBytesMax) return masked;
  return { head: masked.slice(0, headLength), sha256: createHash('sha256').update(text).digest('hex'), bytes };
}
