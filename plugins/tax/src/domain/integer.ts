/**
 * Whole-number arithmetic of the tax kernel. `BigInt.asIntN(64, …)` changes no value inside the bounds of
 * `AMOUNT_LIMIT_FEN`; it lets the engine keep the numbers in machine registers, which makes the kernel several times faster.
 */

/** No cumulative amount of the kernel reaches this (10 trillion yuan): products with rates stay far inside 64 bits. */
export const AMOUNT_LIMIT_FEN = 1_000_000_000_000_000n;

/** The same whole number, promised to fit 64 bits. */
export function int64(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** Division of a non-negative number by a positive one, half up (四舍五入): the kernel's form of core's `divideRounded`. */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  const twice = int64(denominator * 2n);
  return int64(int64(int64(numerator * 2n) + denominator) / twice);
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
