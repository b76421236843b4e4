import { sampleSize, type SamplingPlan } from '@linggong/studio/domain';
import { parseRate } from '@linggong/core/domain';
import fc from 'fast-check';
import { cellSizes, drawSample } from '../../domain';
import type { PaidItem } from './populations';
import { stratified } from './stratified';

const cells = fc.array(
  fc.record({ factor: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100), population: fc.nat(400) }),
  { minLength: 1, maxLength: 6 },
);
const shares = fc.record({
  rate: fc.bigInt({ min: 0n, max: 1_000_000n }),
  minimum: fc.nat(50),
  maximum: fc.option(fc.nat(300)),
});
const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);

describe('how many are drawn by the factors of classes (抽查倍数, R6.2)', () => {
  it('is never more than there are of a class or in all, and within the bounds of the stratum', () => {
    fc.assert(
      fc.property(shares, cells, (share, parts) => {
        const sizes = cellSizes(share, parts);
        const population = sum(parts.map((part) => part.population));
        sizes.forEach((size, at) => expect(size >= 0 && size <= (parts[at]?.population ?? 0)).toBe(true));
        expect(sum(sizes)).toBeLessThanOrEqual(Math.min(population, share.maximum ?? population));
        const least = Math.min(population, share.minimum, share.maximum ?? population);
        expect(sum(sizes)).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('with one part of factor 1 is what the plan says alone', () => {
    fc.assert(
      fc.property(fc.constantFrom('0', '0.005', '0.03', '0.5', '1'), fc.nat(2_000), (rate, population) => {
        const bounds = { minimum: 10, maximum: 500 };
        // Of a stratum only its share and bounds decide how many.
        const plan = { rate, ...bounds } as Parameters<typeof sampleSize>[0];
        const sizes = cellSizes({ rate: parseRate(rate) ?? 0n, ...bounds }, [{ factor: 1, population }]);
        expect(sizes).toEqual([sampleSize(plan, population)]);
      }),
    );
  });

  it.each([
    [
      { rate: 50_000n, minimum: 0, maximum: null },
      [
        [1, 1_000],
        [10, 100],
      ],
      [50, 50],
    ],
    [
      { rate: 500_000n, minimum: 0, maximum: null },
      [
        [1, 100],
        [10, 100],
      ],
      [50, 100],
    ],
    [
      { rate: 50_000n, minimum: 0, maximum: 10 },
      [
        [1, 1_000],
        [10, 100],
      ],
      [5, 5],
    ],
    [
      { rate: 0n, minimum: 4, maximum: null },
      [
        [1, 2],
        [10, 100],
      ],
      [2, 2],
    ],
    [
      { rate: 100_000n, minimum: 8, maximum: null },
      [
        [0, 100],
        [2, 5],
      ],
      [3, 5],
    ],
  ])('%j of %j is %j', (share, parts, sizes) => {
    const given = parts.map(([factor = 0, population = 0]) => ({ factor, population }));
    expect(cellSizes(share, given)).toEqual(sizes);
  });
});

const stratum = (id: string, fromFen: number, belowFen: number | null): SamplingPlan['strata'][number] => ({
  ...{ id, name: { zh: id, en: id }, classes: [], kindsOfWork: [], fromFen, belowFen },
  ...{ rate: '0.1', minimum: 1, maximum: 500 },
});
const plan: SamplingPlan = { strata: [stratum('large', 1_000, null), stratum('small', 0, 1_000)] };
const paid = Array.from({ length: 300 }, (_, index): PaidItem => ({
  id: index,
  number: `OR-${index.toString().padStart(4, '0')}`,
  enterpriseId: index % 3,
  workerId: 1,
  kindOfWork: 'design',
  amountFen: BigInt(index % 2 === 0 ? 5_000 : 500),
}));
const classOf = (enterpriseId: number) => [null, 'D', 'E'][enterpriseId] ?? null;
const seed = '000102030405060708090a0b0c0d0e0f';

describe('a sample by factors', () => {
  it('draws the payers of a class so many times as often, told by strata of the plan', () => {
    const { drawn, items } = stratified(plan, paid, { seed, classOf, factors: { D: 4, E: 20 } });
    expect(items.size).toBe(300);
    expect(drawn.map(({ stratum: id, population, numbers }) => [id, population, numbers.length])).toEqual([
      // 5 of 50 who are not rated, 20 of 50 of class D, and all of class E.
      ['large', 150, 75],
      ['small', 150, 75],
    ]);
    const whose = new Map(paid.map((one) => [one.number, one.enterpriseId]));
    const counts = [0, 0, 0];
    for (const number of drawn.flatMap(({ numbers }) => numbers))
      counts[whose.get(number) ?? 0] = (counts[whose.get(number) ?? 0] ?? 0) + 1;
    expect(counts).toEqual([10, 40, 100]);
  });

  it('is the very same again with the factors that were kept, in whatever order the payments come, and another with others', () => {
    const by = { seed, classOf, factors: { D: 4, E: 10 } };
    const first = stratified(plan, paid, by);
    const again = stratified(plan, [...paid].reverse(), by);
    expect([again.sha256, again.drawn]).toEqual([first.sha256, first.drawn]);
    expect(stratified(plan, paid, { ...by, factors: { D: 2, E: 10 } }).drawn).not.toEqual(first.drawn);
    // Whoever says that a payer was of another class is found out by the digest.
    expect(stratified(plan, paid, { ...by, classOf: () => 'D' }).sha256).not.toBe(first.sha256);
  });

  it('from before there were factors is drawn as it was: by the plan alone', () => {
    const { drawn } = stratified(plan, paid, { seed, classOf, factors: null });
    const placed = paid.map(({ number, amountFen }) => ({ number, stratum: amountFen >= 1_000n ? 'large' : 'small' }));
    expect(drawn).toEqual(drawSample(seed, placed, () => 15));
    const unrated = stratified(plan, paid, { seed, classOf: () => null, factors: { D: 4 } });
    expect(unrated.drawn).toEqual(drawn);
  });
});
