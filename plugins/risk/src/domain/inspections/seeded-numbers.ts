/** Form of a seed: 128 bits, as hex. */
export const seedForm = /^[0-9a-f]{32}$/;

/** Whole numbers that follow from a seed alone: the same on every machine and for ever. */
export interface SeededNumbers {
  /** A number from 0 up to, not including, `bound`; each is as likely as the others. @throws RangeError for a bound outside of 1 to 2^32 */
  below(bound: number): number;
}

const WORDS = 2 ** 32;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the UTF-16 units of a text, 32 bits. */
function hashOf(text: string): number {
  let hash = FNV_BASIS;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME) >>> 0;
  }
  return hash;
}

const rotated = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;

/**
 * xoshiro128** (Blackman and Vigna, public domain) over a recorded seed, with a stream of its own for each `purpose`, so that one stratum's
 * draw does not move another's. Written here and not taken from a library: an auditor has to get the same numbers in ten years.
 * @throws RangeError for a seed that is not 32 hex digits
 */
export function seededNumbers(seed: string, purpose: string): SeededNumbers {
  if (!seedForm.test(seed)) throw new RangeError('a seed is 32 hex digits');
  const mark = hashOf(purpose);
  const word = (at: number): number => (Number.parseInt(seed.slice(at, at + 8), 16) ^ Math.imul(mark, at + 1)) >>> 0;
  let [a, b, c, d] = [word(0), word(8), word(16), word(24)];
  // A state of nothing but zeros would stay there.
  if ((a | b | c | d) === 0) d = 1;
  const next = (): number => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = (b << 9) >>> 0;
    c = (c ^ a) >>> 0;
    d = (d ^ b) >>> 0;
    b = (b ^ c) >>> 0;
    a = (a ^ d) >>> 0;
    c = (c ^ shifted) >>> 0;
    d = rotated(d, 11);
    return result;
  };
  // The first words still show the seed.
  for (let round = 0; round < 20; round += 1) next();
  return { below: (bound) => belowOf(next, bound) };
}

/** Words above the last whole multiple of the bound are thrown away: a remainder would favour the small ones. */
function belowOf(next: () => number, bound: number): number {
  if (!Number.isInteger(bound) || bound < 1 || bound > WORDS) throw new RangeError(`no number below ${bound}`);
  const limit = WORDS - (WORDS % bound);
  for (;;) {
    const word = next();
    if (word < limit) return word % bound;
  }
}
