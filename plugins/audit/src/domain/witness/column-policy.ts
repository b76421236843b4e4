import { createHash, createHmac } from 'node:crypto';
import { maskPersonalText } from '@linggong/core/domain';
import { cutBytesMin, headOf, type CutValue } from './cut-value';

/** What is kept of a value (旁证留存): the text, with personal numbers starred, or a keyed fingerprint that tells only whether it changed. */
export type KeptValue = string | null | { readonly hmac: string; readonly bytes: number } | CutValue;

/** Sealed, blind and hashed columns, secrets and proofs: nothing of them may lie in a second store, or erasure would end there. */
const secretNames =
  /(_sealed|_blind|_hash|_digest|_proof|_secret|_token)$|password|^(token|secret|proof|signature|digest|hash)/;

const byteaOid = 17;
const headLength = 200;

/**
 * @param value as the log has it; a long one may have been cut where it was read, which keeps the same of it
 * @param key for fingerprints; equal values of one installation have equal ones, and nobody without it can try values
 */
export function keptValue(
  column: { name: string; typeOid: number },
  value: string | CutValue | null,
  key: Buffer,
): KeptValue {
  if (value === null) return null;
  const cut = typeof value === 'string' ? cutOf(value) : value;
  if (column.typeOid === byteaOid || secretNames.test(column.name)) {
    const told = cut ? `sha256:${cut.sha256}` : String(value);
    const hmac = createHmac('sha256', key).update(`${column.name}:`).update(told).digest('hex').slice(0, 24);
    return { hmac, bytes: cut?.bytes ?? Buffer.byteLength(String(value)) };
  }
  if (cut) return { ...cut, head: maskPersonalText(cut.head).slice(0, headLength) };
  return maskPersonalText(String(value));
}

function cutOf(text: string): CutValue | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes <= cutBytesMin) return undefined;
  return { head: headOf(Buffer.from(text)), sha256: createHash('sha256').update(text).digest('hex'), bytes };
}
