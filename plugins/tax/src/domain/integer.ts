/**
 * Whole-number arithmetic of the tax kernel. Bigints throughout: no amount ever passes through a float, and none wraps around.
 */

/** Largest amount of one payment (10 trillion yuan): products with rates stay inside 64 bits, where bigints are fast. */
export const AMOUNT_LIMIT_FEN = 1_000_000_000_000_000n;

/**
 * Division of a non-negative number by a positive one, half up (四舍五入): what core's `divideRounded` gives, with one division
 * instead of two. Exact for odd denominators too: they have no ties, and from (d + 1) / 2 on the remainder carries over.
 */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + (denominator >> 1n)) / denominator;
}

/** A rate as the smallest pair of whole numbers: 20 % = 1/5. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const MILLION = 1_000_000n;

/** Millionths as the smallest fraction; small terms keep the products of the kernel inside 64 bits. */
export function fractionOf(rateMillionths: bigint): Fraction {
  const divisor = greatestCommonDivisor(rateMillionths, MILLION);
  return { numerator: rateMillionths / divisor, denominator: MILLION / divisor };
}

export function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right);
}

export function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

export function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
