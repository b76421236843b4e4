import fc from 'fast-check';
import type { Stratum } from './plan-fields';
import { samplingPlan } from './sampling-plan';
import { sampleSize } from './strata';

function stratum(id: string, change: Partial<Stratum>): Stratum {
  const name = { zh: id, en: id };
  const all = { classes: [], kindsOfWork: [], fromFen: 0, belowFen: null };
  return { id, name, ...all, rate: '0.05', minimum: 0, maximum: null, ...change };
}
const plan = (...strata: Stratum[]): never => ({ strata }) as never;
const cell = (change: object): object => ({ class: 'A', kindOfWork: null, amountFen: 100, count: 10, ...change });
const codes = (what: 'faults' | 'hints', ...strata: Stratum[]): string[] =>
  samplingPlan[what](plan(...strata)).map(({ path, code }) => `${path} ${code}`);

describe('sampling plans (R8.4)', () => {
  it('give each part of a population to the first stratum that fits, and say what is left out', () => {
    const strata = [
      stratum('large', { fromFen: 10_000, rate: '1' }),
      stratum('risky', { classes: ['D', 'E'], rate: '0.25', minimum: 2 }),
      stratum('rest', { belowFen: 5_000, rate: '0.1' }),
    ];
    const cells = [
      cell({ amountFen: 10_000, count: 3 }),
      cell({ amountFen: 9_999, class: 'E', count: 100 }),
      cell({ amountFen: 4_999, class: null, count: 15 }),
      cell({ amountFen: 5_000, count: 7 }),
    ];
    expect(samplingPlan.evaluate(plan(...strata), { cells } as never).outcome).toEqual({
      strata: [
        { id: 'large', population: 3, size: 3 },
        { id: 'risky', population: 100, size: 25 },
        { id: 'rest', population: 15, size: 2 },
      ],
      outside: 7,
      size: 30,
    });
  });

  it('never draw more than there are or than allowed, nor less than the least while there are enough', () => {
    const sizes = fc.record({
      rate: fc.constantFrom('0', '0.000001', '0.05', '0.333333', '1'),
      minimum: fc.nat(50),
      more: fc.option(fc.nat(50), { nil: null }),
      population: fc.nat(10_000),
    });
    fc.assert(
      fc.property(sizes, ({ rate, minimum, more, population }) => {
        const maximum = more === null ? null : Math.max(1, minimum + more);
        const size = sampleSize(stratum('a', { rate, minimum, maximum }), population);
        expect(size).toBeLessThanOrEqual(Math.min(population, maximum ?? population));
        expect(size).toBeGreaterThanOrEqual(Math.min(population, minimum));
        if (maximum === null) expect(size).toBeGreaterThanOrEqual(Math.floor(population * Number(rate)));
      }),
    );
  });

  it('are refused with empty bands, crossed bounds or a share above the whole', () => {
    const wrong = stratum('a', { fromFen: 5, belowFen: 5, rate: '1.01', minimum: 3, maximum: 2 });
    expect(codes('faults', wrong)).toEqual([
      'strata.0.belowFen empty-band',
      'strata.0.rate share-above-all',
      'strata.0.maximum bounds-crossed',
    ]);
  });

  it('hint at what is never used, draws nothing or leaves something out', () => {
    expect(codes('hints', stratum('all', {}), stratum('late', {}))).toEqual(['strata.1 never-used']);
    expect(codes('hints', stratum('none', { rate: '0', fromFen: 1 }))).toEqual([
      'strata.0 draws-nothing',
      'strata leaves-out',
    ]);
  });
});
