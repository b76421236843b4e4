import { StringDecoder } from 'node:string_decoder';

/** The beginning of a long value, and the digest of the whole (截断值): what is kept of it, and all that is ever held of it. */
export interface CutValue {
  readonly head: string;
  /** Of its bytes in UTF-8, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** A value of more bytes is cut. */
export const cutBytesMin = 4_096;
/** More than is shown: a personal number at the end of what is shown is starred whole. */
export const headBytes = 2_048;

/** The beginning of a text in UTF-8, without a character that would be cut in two. */
export function headOf(bytes: Buffer): string {
  return new StringDecoder('utf8').write(bytes.subarray(0, headBytes));
}

/** Two values of a log: equal texts, or equal digests of what was cut. */
export function isSameValue(
  one: string | CutValue | null | undefined,
  other: string | CutValue | null | undefined,
): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  return one.bytes === other.bytes && one.sha256 === other.sha256;
}
