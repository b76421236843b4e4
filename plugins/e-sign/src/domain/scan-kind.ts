/** What a scanned paper may be: told by its first bytes, never by its name. */
export type ScanKind = 'application/pdf' | 'image/jpeg' | 'image/png';

const signatures: readonly { readonly kind: ScanKind; readonly bytes: readonly number[] }[] = [
  { kind: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** Bytes that must be there before the kind can be told. */
export const scanHeadBytes = 8;

/** Largest scan: a bundle of papers at 200 dots an inch. */
export const scanBytesMax = 20 * 1024 * 1024;

export function scanKindOf(head: Uint8Array): ScanKind | undefined {
  return signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.kind;
}
