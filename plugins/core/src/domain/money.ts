/**
 * Money of the house: bigint fen (分). No float ever touches an amount; the only rounding function stands here and its
 * mode is named at every call.
 */

/** An amount in fen (1 yuan = 100 fen). */
export type Fen = bigint;
/** A rate in millionths: 0.6 % = 6_000n. */
export type RateMillionths = bigint;
/** `half-up` rounds ties away from zero (四舍五入), `down` towards zero, `up` away from zero. */
export type Rounding = 'half-up' | 'down' | 'up';

const MILLION = 1_000_000n;
/** Largest amount accepted from outside: 100 billion yuan, far inside int8. */
export const FEN_MAX: Fen = 10_000_000_000_000n;

/**
 * Integer division with a named rounding mode.
 * @throws RangeError when the denominator is not positive.
 */
export function divideRounded(numerator: bigint, denominator: bigint, mode: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError('divideRounded: denominator must be positive');
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n || mode === 'down') return quotient;
  const awayFromZero = numerator < 0n ? quotient - 1n : quotient + 1n;
  if (mode === 'up') return awayFromZero;
  const twice = remainder < 0n ? -2n * remainder : 2n * remainder;
  return twice >= denominator ? awayFromZero : quotient;
}

/** `amountFen × rate`, rounded to the fen by the named mode. */
export function multiplyRate(amountFen: Fen, rate: RateMillionths, mode: Rounding): Fen {
  return divideRounded(amountFen * rate, MILLION, mode);
}

/**
 * Splits a total by weights so that the parts sum to the whole: each part is rounded down and the fen that remain go to
 * the largest remainders, ties to the earlier part.
 * @throws RangeError on negative weights, or when every weight is zero while the total is not.
 */
export function allocate(total: Fen, weights: readonly bigint[]): Fen[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('allocate: weights must not be negative');
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum === 0n) {
    if (total !== 0n) throw new RangeError('allocate: nothing to allocate to');
    return weights.map(() => 0n);
  }
  const sign = total < 0n ? -1n : 1n;
  const parts = weights.map((weight, index) => {
    const scaled = total * sign * weight;
    return { index, fen: scaled / sum, remainder: scaled % sum };
  });
  const rest = Number(total * sign - parts.reduce((left, part) => left + part.fen, 0n));
  const byRemainder = [...parts].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  for (const part of byRemainder.slice(0, rest)) part.fen += 1n;
  return parts.map((part) => part.fen * sign);
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
