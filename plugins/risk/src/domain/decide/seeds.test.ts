import { kinds, unmetNeeds, type DecisionTable } from '@linggong/studio/domain';
import { batchNeeds, batchSeed } from './batch-seed';
import { momentNeeds } from './seed-table';
import { decisionSeeds } from './seeds';

it.each([...decisionSeeds.map((seed) => ({ seed, needs: momentNeeds })), { seed: batchSeed, needs: batchNeeds }])(
  '$seed.key passes its own cases, without a fault',
  ({ seed, needs }) => {
    const kind = kinds.find((each) => each.kind === seed.kind);
    if (kind === undefined) throw new Error('no decision tables');
    const content = kind.content.parse(seed.content);
    expect(kind.faults(content)).toEqual([]);
    expect(unmetNeeds(content as unknown as DecisionTable, needs)).toEqual([]);
    // What no row asks for is approved by the otherwise answer, on purpose.
    expect(kind.hints(content).filter(({ code }) => code !== 'gap')).toEqual([]);
    for (const { input, expect: expected } of seed.cases) {
      const { outcome } = kind.evaluate(content, kind.input(content).parse(input));
      expect(outcome).toMatchObject(Object(expected));
    }
    expect(seed.cases).toHaveLength(1 + Object(seed.content).rows.length);
  },
);
