import fc from 'fast-check';
import { feeOf, feesFor, planOn, type FeePlan } from './fee';

const plan = (version: number, from: string, to?: string): FeePlan => ({
  id: version,
  enterpriseId: 1,
  planVersion: version,
  rateMillionths: 60_000n,
  effectiveFrom: from,
  effectiveTo: to,
});

describe('feeOf (R5.7)', () => {
  it.each([
    [12_345n, 60_000n, 741n],
    [1n, 60_000n, 0n],
    [9n, 60_000n, 1n],
    [0n, 60_000n, 0n],
    [100_00n, 0n, 0n],
  ])('%s fen at %s millionths cost %s', (gross, rateMillionths, fee) => {
    expect(feeOf(gross, { rateMillionths })).toBe(fee);
  });

  it('never differs from the exact share by more than half a fen, whatever else the batch holds', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 10n }), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 1_000_000n }), (gross, rateMillionths) => {
        feesFor(gross, { rateMillionths }).forEach((fee, index) => {
          const distance = 2n * (fee * 1_000_000n - (gross[index] ?? 0n) * rateMillionths);
          expect(distance).toBeLessThanOrEqual(1_000_000n);
          expect(distance).toBeGreaterThan(-1_000_000n);
        });
      }),
    );
  });
});

describe('planOn', () => {
  const plans = [plan(1, '2026-01-01', '2026-06-30'), plan(2, '2026-07-01')];

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 2],
    ['2030-01-01', 2],
  ])('on %s version %s', (day, version) => {
    expect(planOn(plans, day)?.planVersion).toBe(version);
  });

  it('takes the newer of two that overlap', () => {
    expect(planOn([plan(3, '2026-01-01'), plan(2, '2026-01-01')], '2026-02-01')?.planVersion).toBe(3);
  });
});
