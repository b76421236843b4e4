/** The one signature of a PDF as its bytes have it. */
export interface PdfSignature {
  /** The bytes that are signed: all but the signature itself. */
  readonly signed: readonly [Uint8Array, Uint8Array];
  /** CMS of the signature (DER), without what fills up its place. */
  readonly cms: Uint8Array;
  /** Bytes of the file behind those that are signed: none, where nobody appended to it. */
  readonly appended: number;
}

export type Reading =
  | { readonly kind: 'none' }
  /** More than one; those of them that are written as ours are. */
  | { readonly kind: 'several'; readonly signatures: readonly PdfSignature[] }
  | { readonly kind: 'broken' }
  | { readonly kind: 'one'; readonly signature: PdfSignature };

const mark = Buffer.from('/ByteRange');

/**
 * Reads the signature of a PDF strictly, as this platform writes it: one signature, whose ranges leave out its hexadecimal
 * digits and nothing else. What is merely allowed by PDF (white space in the digits, more signatures) is not ours.
 */
export function readSignature(bytes: Buffer): Reading {
  const first = bytes.indexOf(mark);
  if (first < 0) return { kind: 'none' };
  const second = bytes.indexOf(mark, first + mark.length);
  if (second >= 0) return { kind: 'several', signatures: severalOf(bytes, first) };
  const signature = signatureAt(bytes, first);
  return signature === undefined ? { kind: 'broken' } : { kind: 'one', signature };
}

/** More marks than that no file of anybody's has in good faith. */
const marksMax = 50;

function severalOf(bytes: Buffer, first: number): PdfSignature[] {
  const found: PdfSignature[] = [];
  let place = first;
  for (let count = 0; count < marksMax && place >= 0; count += 1) {
    const signature = signatureAt(bytes, place);
    if (signature !== undefined) found.push(signature);
    place = bytes.indexOf(mark, place + mark.length);
  }
  return found;
}

function signatureAt(bytes: Buffer, first: number): PdfSignature | undefined {
  const ranges = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(
    bytes.toString('latin1', first, first + 120),
  );
  if (ranges === null) return undefined;
  const [start, length, next, rest] = ranges.slice(1).map(Number) as [number, number, number, number];
  const end = next + rest;
  if (start !== 0 || next <= length || end > bytes.length) return undefined;
  const cms = contentsOf(bytes.subarray(length, next));
  if (cms === undefined) return undefined;
  const signed = [bytes.subarray(0, length), bytes.subarray(next, end)] as const;
  return { signed, cms, appended: bytes.length - end };
}

/** `<3082…00>`: DER of one structure, filled up with zeros. */
function contentsOf(place: Buffer): Uint8Array | undefined {
  const text = place.toString('latin1');
  if (!/^<(?:[0-9A-F]{2})+>$/.test(text)) return undefined;
  const bytes = Buffer.from(text.slice(1, -1), 'hex');
  const length = derLength(bytes);
  if (length === undefined || bytes.subarray(length).some((byte) => byte !== 0)) return undefined;
  return bytes.subarray(0, length);
}

/** Whole length of a DER structure of more than 127 bytes, by its header. */
function derLength(bytes: Buffer): number | undefined {
  const [tag, form] = bytes;
  if (tag !== 0x30 || form === undefined || form < 0x81 || form > 0x84) return undefined;
  const size = form - 0x80;
  if (bytes.length < 2 + size) return undefined;
  const length = 2 + size + bytes.readUIntBE(2, size);
  return length <= bytes.length ? length : undefined;
}
