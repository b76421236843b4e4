import fc from 'fast-check';
import { kinds, stratumOf, type Json, type PopulationCell, type SamplingPlan } from '@linggong/studio/domain';
import { planSeed } from '../inspections/plan-seed';
import { cellsOf, sizesOf } from './past-samples';

const kind = kinds.find(({ kind: name }) => name === 'sampling-plan');
const seed = planSeed.content as unknown as SamplingPlan;
/** Bands elsewhere, and a stratum for one kind of work. */
const draft: SamplingPlan = {
  strata: seed.strata.flatMap((stratum) =>
    stratum.id === 'middle'
      ? [{ ...stratum, id: 'design', kindsOfWork: ['design'], rate: '0.5' }]
      : [{ ...stratum, belowFen: stratum.belowFen === null ? null : stratum.belowFen * 2 }],
  ),
};
const payments = fc.array(
  fc.record({
    class: fc.constantFrom<PopulationCell['class']>('A', 'D', 'E', null),
    kindOfWork: fc.constantFrom('design', 'delivery', null),
    amountFen: fc.integer({ min: 1, max: 8_000_000 }),
  }),
  { maxLength: 200 },
);
const ask = (plan: SamplingPlan, cells: readonly object[]): Json =>
  sizesOf(kind?.evaluate(plan as unknown as Json, { cells } as unknown as Json).outcome ?? null);

it('cells say of a period what its payments one by one say, under both plans, and are few (R13.1)', () => {
  fc.assert(
    fc.property(payments, (population) => {
      const cells = cellsOf(population, [draft, seed]);
      const oneByOne = population.map((facts) => ({ ...facts, count: 1 }));
      for (const plan of [draft, seed]) expect(ask(plan, cells)).toEqual(ask(plan, oneByOne));
      const pairs = new Set(population.map((facts) => [draft, seed].map((plan) => stratumOf(plan, facts)?.id).join()));
      expect(cells).toHaveLength(pairs.size);
    }),
  );
});
