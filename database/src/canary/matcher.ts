/** Where a scan stands between two chunks: a pattern that lies across them is found. */
export type Place = number;

/** Finds any of many byte patterns in one pass over the bytes (Aho–Corasick), however many there are. */
export interface Matcher {
  readonly start: Place;
  /** @param hit number of the pattern, and how many bytes of this chunk end with it */
  scan(chunk: Uint8Array, place: Place, hit: (pattern: number, end: number) => void): Place;
}

interface Nodes {
  /** 256 next nodes a node; 0 where there is none yet, which is the root. */
  readonly next: Int32Array;
  /** The pattern that ends at a node, or -1. */
  readonly ends: Int32Array;
  readonly count: number;
}

export function createMatcher(patterns: readonly Uint8Array[]): Matcher {
  const { next, ends } = completed(trieOf(patterns));
  return {
    start: 0,
    scan(chunk, place, hit) {
      let node = place;
      for (let index = 0; index < chunk.length; index += 1) {
        // Both indexes lie inside of their arrays.
        node = next[node * 256 + (chunk[index] as number)] as number;
        const pattern = ends[node] as number;
        if (pattern >= 0) hit(pattern, index + 1);
      }
      return node;
    },
  };
}

function trieOf(patterns: readonly Uint8Array[]): Nodes {
  const nodesMax = patterns.reduce((sum, { length }) => sum + length, 1);
  const next = new Int32Array(nodesMax * 256);
  const ends = new Int32Array(nodesMax).fill(-1);
  let count = 1;
  for (const [pattern, bytes] of patterns.entries()) {
    if (bytes.length === 0) throw new RangeError('an empty pattern is found everywhere');
    let node = 0;
    for (const byte of bytes) {
      const step = node * 256 + byte;
      if (next[step] === 0) {
        next[step] = count;
        count += 1;
      }
      node = next[step] ?? 0;
    }
    ends[node] = pattern;
  }
  return { next, ends, count };
}

/** Fills in where a mismatch goes on: at the longest end of what was read that begins a pattern. */
function completed({ next, ends, count }: Nodes): Nodes {
  const fallback = new Int32Array(count);
  const queue: number[] = [];
  for (let byte = 0; byte < 256; byte += 1) if (next[byte]) queue.push(next[byte] ?? 0);
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] ?? 0;
    const back = fallback[node] ?? 0;
    if (ends[node] === -1) ends[node] = ends[back] ?? -1;
    for (let byte = 0; byte < 256; byte += 1) {
      const child = next[node * 256 + byte] ?? 0;
      const elsewhere = next[back * 256 + byte] ?? 0;
      if (child === 0) next[node * 256 + byte] = elsewhere;
      else {
        fallback[child] = elsewhere;
        queue.push(child);
      }
    }
  }
  return { next, ends, count };
}
