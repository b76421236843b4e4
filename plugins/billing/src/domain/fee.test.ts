import fc from 'fast-check';
import { feeOf, feesFor, monthShortfall, workersPart } from './fee';
import { dependsOnMonth, isCoupled, percentOnTop, planOn, type FeePlan, type FeeTerms, type Tier } from './terms';

const sixPercent = percentOnTop(60_000n);
const tier = (fromFen: bigint, rateMillionths: bigint): Tier => ({
  fromVolumeFen: fromFen,
  fromAmountFen: fromFen,
  rateMillionths,
});
const sum = (fees: readonly bigint[]): bigint => fees.reduce((left, right) => left + right, 0n);

/** 6 % up to 10,000 yuan of volume, 5 % up to 50,000, 4 % above. */
const byVolume: FeeTerms = {
  ...sixPercent,
  kind: 'tiered',
  tierBasis: 'month-volume',
  tierMode: 'progressive',
  tiers: [tier(0n, 60_000n), tier(1_000_000n, 50_000n), tier(5_000_000n, 40_000n)],
};

describe('percent and fixed (R5.7)', () => {
  it.each([
    [12_345n, 60_000n, 741n],
    [1n, 60_000n, 0n],
    [9n, 60_000n, 1n],
    [100_00n, 0n, 0n],
  ])('%s fen at %s millionths cost %s', (amount, rate, fee) => {
    expect(feeOf(amount, percentOnTop(rate))).toBe(fee);
  });

  it('a fixed fee is one amount for each order, within the limits of an order', () => {
    expect(feesFor([1n, 99_999n], { ...sixPercent, kind: 'fixed', fixedFen: 200n })).toEqual([200n, 200n]);
    const kept = { ...sixPercent, orderMinFen: 100n, orderMaxFen: 500n };
    expect(feesFor([1_000n, 5_000n, 100_000n], kept)).toEqual([100n, 300n, 500n]);
  });
});

describe('tiers', () => {
  it.each([
    [0n, 1_000_000n, 60_000n],
    [0n, 1_000_001n, 60_000n],
    [999_999n, 11n, 1n],
    [900_000n, 200_000n, 11_000n],
    [0n, 6_000_000n, 60_000n + 200_000n + 40_000n],
    [5_000_000n, 100n, 4n],
  ])('progressive by volume: after %s fen, %s fen cost %s', (before, amount, fee) => {
    expect(feeOf(amount, byVolume, before)).toBe(fee);
  });

  it.each([
    [0n, 999_999n, 60_000n],
    [0n, 1_000_000n, 50_000n],
    [900_000n, 100_000n, 5_000n],
    [900_000n, 99_999n, 6_000n],
  ])('whole by volume: after %s fen, %s fen cost %s: reaching the line is enough', (before, amount, fee) => {
    expect(feeOf(amount, { ...byVolume, tierMode: 'whole' }, before)).toBe(fee);
  });

  it('by the single amount the month does not matter', () => {
    const terms: FeeTerms = { ...byVolume, tierBasis: 'order-amount' };
    expect(feeOf(1_100_000n, terms, 9_000_000n)).toBe(60_000n + 5_000n);
    expect(feeOf(1_100_000n, { ...terms, tierMode: 'whole' }, 9_000_000n)).toBe(55_000n);
    expect([dependsOnMonth(terms), dependsOnMonth(byVolume)]).toEqual([false, true]);
  });

  it('by both: the last tier of which both lines are reached', () => {
    const terms: FeeTerms = {
      ...byVolume,
      tierBasis: 'both',
      tierMode: 'whole',
      tiers: [
        { fromVolumeFen: 0n, fromAmountFen: 0n, rateMillionths: 60_000n },
        { fromVolumeFen: 0n, fromAmountFen: 500_000n, rateMillionths: 55_000n },
        { fromVolumeFen: 1_000_000n, fromAmountFen: 0n, rateMillionths: 50_000n },
        { fromVolumeFen: 1_000_000n, fromAmountFen: 500_000n, rateMillionths: 40_000n },
      ],
    };
    const rates = [
      [100_000n, 0n],
      [500_000n, 0n],
      [100_000n, 900_000n],
      [500_000n, 900_000n],
    ].map(([amount = 0n, before = 0n]) => (feeOf(amount, terms, before) * 1_000_000n) / amount);
    expect(rates).toEqual([60_000n, 55_000n, 50_000n, 40_000n]);
  });

  const amounts = fc.array(fc.bigInt({ min: 1n, max: 3_000_000n }), { minLength: 1, maxLength: 40 });

  it('progressive by volume: the fees of a month come to the fee of its volume, however it is cut into batches', () => {
    fc.assert(
      fc.property(amounts, fc.nat({ max: 40 }), (all, cut) => {
        const first = feesFor(all.slice(0, cut), byVolume);
        const before = { volumeFen: sum(all.slice(0, cut)), feeFen: sum(first) };
        const second = feesFor(all.slice(cut), byVolume, before);
        expect([...first, ...second]).toEqual(feesFor(all, byVolume));
        expect(sum(first) + sum(second)).toBe(feeOf(sum(all), byVolume));
        expect([...first, ...second].every((fee) => fee >= 0n)).toBe(true);
      }),
    );
  });
});

describe('limits of a batch and of a month', () => {
  it('are shared out by the fees, and sum to the whole', () => {
    const terms = { ...sixPercent, batchMinFen: 1_000n, batchMaxFen: 2_000n };
    expect(feesFor([1_000n, 1_000n, 1_000n], terms)).toEqual([334n, 333n, 333n]);
    expect(feesFor([50_000n, 50_000n, 50_000n], terms)).toEqual([667n, 667n, 666n]);
    expect(feesFor([10_000n, 10_000n], terms)).toEqual([600n, 600n]);
    expect(feesFor([1n, 3n], terms)).toEqual([250n, 750n]);
    expect(feesFor([], terms)).toEqual([]);
  });

  it('a month is never charged more than its maximum', () => {
    const terms = { ...sixPercent, monthMaxFen: 1_000n };
    expect(feesFor([10_000n], terms, { volumeFen: 9n, feeFen: 700n })).toEqual([300n]);
    expect(feesFor([10_000n, 1n], terms, { volumeFen: 9n, feeFen: 1_200n })).toEqual([0n, 0n]);
    expect([isCoupled(terms), isCoupled(sixPercent)]).toEqual([true, false]);
  });

  it('what is missing to the minimum of a month is told', () => {
    expect(monthShortfall(700n, { monthMinFen: 1_000n })).toBe(300n);
    expect(monthShortfall(1_000n, { monthMinFen: 1_000n })).toBe(0n);
    expect(monthShortfall(0n, { monthMinFen: null })).toBe(0n);
  });

  it('hold for any payments: within the limits, and nothing is lost by rounding', () => {
    const limit = fc.option(fc.bigInt({ min: 0n, max: 100_000n }), { nil: null });
    const list = fc.array(fc.bigInt({ min: 1n, max: 10n ** 7n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(list, limit, limit, fc.bigInt({ min: 0n, max: 1_000_000n }), (all, one, other, rate) => {
        const [batchMinFen, batchMaxFen] = one !== null && other !== null && one > other ? [other, one] : [one, other];
        const bare = sum(feesFor(all, percentOnTop(rate)));
        const whole = sum(feesFor(all, { ...percentOnTop(rate), batchMinFen, batchMaxFen }));
        const raised = batchMinFen !== null && bare < batchMinFen ? batchMinFen : bare;
        expect(whole).toBe(batchMaxFen !== null && raised > batchMaxFen ? batchMaxFen : raised);
      }),
    );
  });
});

it('inside, the worker has the amount less the fee; on top, the amount', () => {
  expect(workersPart(10_000n, 600n, { bearing: 'inside' })).toBe(9_400n);
  expect(workersPart(10_000n, 600n, { bearing: 'on-top' })).toBe(10_000n);
});

describe('planOn', () => {
  const plan = (version: number, from: string, to?: string): FeePlan => ({
    ...sixPercent,
    id: version,
    enterpriseId: 1,
    planVersion: version,
    effectiveFrom: from,
    effectiveTo: to,
  });
  const plans = [plan(1, '2026-01-01', '2026-06-30'), plan(2, '2026-07-01')];

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 2],
  ])('on %s version %s', (day, version) => {
    expect(planOn(plans, day)?.planVersion).toBe(version);
  });

  it('takes the newer of two that overlap', () => {
    expect(planOn([plan(3, '2026-01-01'), plan(2, '2026-01-01')], '2026-02-01')?.planVersion).toBe(3);
  });
});
