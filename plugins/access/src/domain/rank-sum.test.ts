import { rankSum } from './rank-sum.fixture';

describe('two sets of times', () => {
  it('are told apart where one lies above the other, and not where they are mixed', () => {
    const low = Array.from({ length: 60 }, (_, n) => n);
    const high = low.map((n) => n + 100);
    const mixed = low.map((n) => n + 0.5);
    expect(rankSum(low, high)).toBeLessThan(-9);
    expect(rankSum(high, low)).toBeGreaterThan(9);
    expect(Math.abs(rankSum(low, mixed))).toBeLessThan(0.5);
  });

  it('share the ranks of equal times', () => {
    expect(rankSum([1, 1, 1, 1], [1, 1, 1, 1])).toBe(0);
  });
});
