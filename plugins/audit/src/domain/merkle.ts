export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array;

const leafSign = Uint8Array.of(0);
const nodeSign = Uint8Array.of(1);

/** A Merkle tree over leaves that come one after the other; it keeps a hash a level, however many leaves there are. */
export interface MerkleTree {
  add(leaf: Uint8Array): void;
  /** The tree head of RFC 6962 section 2.1 over the leaves so far; of none, the hash of nothing. */
  root(): Uint8Array;
}

/** Leaves are hashed with 0x00 before them and nodes with 0x01, so that a node can never be shown as a leaf. */
export function merkleTree(sha256: Sha256): MerkleTree {
  /** Roots of the full subtrees, the largest first; sizes are the powers of two of the count of leaves. */
  const peaks: { size: number; hash: Uint8Array }[] = [];
  return {
    add(leaf) {
      let top = { size: 1, hash: sha256(leafSign, leaf) };
      for (let below = peaks.at(-1); below?.size === top.size; below = peaks.at(-1)) {
        peaks.pop();
        top = { size: 2 * top.size, hash: sha256(nodeSign, below.hash, top.hash) };
      }
      peaks.push(top);
    },
    root() {
      const [last, ...others] = peaks.map(({ hash }) => hash).reverse();
      if (last === undefined) return sha256();
      return others.reduce((right, left) => sha256(nodeSign, left, right), last);
    },
  };
}

/**
 * The audit path (RFC 6962 section 2.1.1) of the leaf at a place: what one needs besides the leaf to compute the root.
 * @throws RangeError for a place that is not there
 */
export function inclusionPath(sha256: Sha256, leaves: readonly Uint8Array[], place: number): Uint8Array[] {
  if (!Number.isInteger(place) || place < 0 || place >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return place < split
    ? [...inclusionPath(sha256, left, place), rootOf(sha256, right)]
    : [...inclusionPath(sha256, right, place - split), rootOf(sha256, left)];
}

/** The root that a leaf at a place of a tree of that size has by its path; compare it with the one that was signed. */
export function rootByPath(
  sha256: Sha256,
  leaf: Uint8Array,
  { place, size, path }: { place: number; size: number; path: readonly Uint8Array[] },
): Uint8Array | undefined {
  let [node, last, hash] = [place, size - 1, sha256(leafSign, leaf)];
  if (place > last) return undefined;
  for (const beside of path) {
    if (last === 0) return undefined;
    const isRight = node % 2 === 1 || node === last;
    hash = isRight ? sha256(nodeSign, beside, hash) : sha256(nodeSign, hash, beside);
    // A node without a neighbour is lifted until it has one.
    while (isRight && node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

function rootOf(sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array {
  const tree = merkleTree(sha256);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** The largest power of two that is smaller than a count of two or more. */
function splitOf(count: number): number {
  let power = 1;
  while (2 * power < count) power *= 2;
  return power;
}
