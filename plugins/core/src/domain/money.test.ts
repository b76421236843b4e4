import fc from 'fast-check';
import { allocate, divideRounded, multiplyRate } from './money';

const fen = fc.bigInt({ min: -10_000_000_000_000n, max: 10n ** 13n });

describe('divideRounded', () => {
  it.each([
    [5n, 2n, 'half-up', 3n],
    [-5n, 2n, 'half-up', -3n],
    [4n, 3n, 'half-up', 1n],
    [-4n, 3n, 'half-up', -1n],
    [5n, 2n, 'down', 2n],
    [-5n, 2n, 'down', -2n],
    [1n, 1000n, 'up', 1n],
    [-1n, 1000n, 'up', -1n],
    [6n, 3n, 'up', 2n],
  ] as const)('%s / %s %s = %s', (numerator, denominator, mode, expected) => {
    expect(divideRounded(numerator, denominator, mode)).toBe(expected);
  });

  it('is off by at most half a unit when rounding half-up', () => {
    fc.assert(
      fc.property(fen, fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
        const error = divideRounded(numerator, denominator, 'half-up') * denominator - numerator;
        expect(2n * (error < 0n ? -error : error)).toBeLessThanOrEqual(denominator);
      }),
    );
  });

  it('mirrors at zero', () => {
    fc.assert(
      fc.property(
        fen,
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.constantFrom('half-up', 'down', 'up'),
        (n, d, mode) => {
          expect(divideRounded(-n, d, mode)).toBe(-divideRounded(n, d, mode));
        },
      ),
    );
  });

  it('refuses a denominator that is not positive', () => {
    expect(() => divideRounded(1n, 0n, 'down')).toThrow(RangeError);
  });
});

describe('multiplyRate', () => {
  it('takes rates in millionths', () => {
    expect(multiplyRate(631_840_000n, 60_000n, 'half-up')).toBe(37_910_400n);
    expect(multiplyRate(1n, 500_000n, 'half-up')).toBe(1n);
    expect(multiplyRate(1n, 499_999n, 'half-up')).toBe(0n);
  });
});

describe('allocate', () => {
  it('sums to the whole and leaves nobody more than one fen from his share', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fen, weights, (total, shares) => {
        const sum = shares.reduce((left, right) => left + right, 0n);
        fc.pre(sum > 0n);
        const parts = allocate(total, shares);
        expect(parts.reduce((left, right) => left + right, 0n)).toBe(total);
        parts.forEach((part, index) => {
          const distance = part * sum - total * (shares[index] ?? 0n);
          expect(distance < 0n ? -distance : distance).toBeLessThan(sum);
        });
      }),
    );
  });

  it('gives the odd fen to the largest remainder, ties to the earlier part', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it('refuses what cannot be shared', () => {
    expect(() => allocate(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => allocate(1n, [-1n, 2n])).toThrow(RangeError);
    expect(allocate(0n, [0n, 0n])).toEqual([0n, 0n]);
  });
});
