import fc from 'fast-check';
import { backoffDelayMs } from './backoff';

const settings = { backoffMs: 1_000, backoffMaxMs: 60_000 };

describe('backoffDelayMs', () => {
  it('doubles and is bounded', () => {
    expect([1, 2, 3, 4, 7, 20].map((attempt) => backoffDelayMs(attempt, settings, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 60_000, 60_000,
    ]);
  });

  it('never exceeds the longest wait and never falls under half a step', () => {
    const attempt = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(attempt, fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const delay = backoffDelayMs(tries, settings, random);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});
