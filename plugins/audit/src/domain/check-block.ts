import type { Sha256 } from './merkle';

/** A sealed block and the digests of its rows as found now. */
export interface BlockToCheck {
  no: bigint;
  seqs: readonly bigint[];
  /** Digests kept in the block, 32 bytes each, in the order of `seqs`. */
  digests: Uint8Array;
  previousHash: Uint8Array;
  hash: Uint8Array;
}

export type BreakKind =
  'changed' | 'missing' | 'added' | 'chain' | 'seal' | 'unsealed' | 'root' | 'archive' | 'witness';

/** Where the log no longer is what was sealed; `witness` is the chain beside it, of what went past the platform. */
export interface AuditBreak {
  kind: BreakKind;
  block: bigint | null;
  /** The row, where one can be named. */
  seq: bigint | null;
  /** The Shanghai day of a signed root that does not fit what is there. */
  day?: string;
  /** The month (`YYYY-MM`) of an archive that does not open, or is another than was kept. */
  month?: string;
}

const digestBytes = 32;

/**
 * The first fault of a block, or undefined. First the rows (changed or missing), then the seal over them, then the link to
 * the block before.
 * @param found digests of the rows as they stand now, by sequence number
 * @param previous hash of the block before, or of the start
 */
export function checkBlock(
  block: BlockToCheck,
  found: ReadonlyMap<bigint, Uint8Array>,
  previous: Uint8Array,
  sha256: Sha256,
): AuditBreak | undefined {
  const { no, seqs, digests, previousHash, hash } = block;
  for (const [index, seq] of seqs.entries()) {
    const kept = digests.subarray(index * digestBytes, (index + 1) * digestBytes);
    const now = found.get(seq);
    if (now === undefined) return { kind: 'missing', block: no, seq };
    if (!sameBytes(kept, now)) return { kind: 'changed', block: no, seq };
  }
  if (!sameBytes(previousHash, previous)) return { kind: 'chain', block: no, seq: null };
  let link = previousHash;
  for (let index = 0; index < seqs.length; index += 1) {
    link = sha256(link, digests.subarray(index * digestBytes, (index + 1) * digestBytes));
  }
  return sameBytes(link, hash) ? undefined : { kind: 'seal', block: no, seq: null };
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
