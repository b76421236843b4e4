import { seedReport } from '@linggong/studio/domain';
import { seeds } from '.';

describe('what the platform works by from its first day (R1.7, R13.1)', () => {
  it.each(seeds.map((seed) => [`${seed.kind} ${seed.key}`, seed] as const))(
    '%s passes its own cases',
    (_name, seed) => {
      const { faults, results, passed } = seedReport(seed);
      expect(faults).toEqual([]);
      expect(results.filter((result) => !result.passed)).toEqual([]);
      expect(passed).toBe(true);
    },
  );
});
