import { seedReport } from '@linggong/studio/domain';
import fc from 'fast-check';
import {
  classesSeed,
  movement,
  policySeed,
  ratingClasses,
  ratingFacts,
  ratingSeed,
  unknownFacts,
  verdictOfRating,
  worse,
} from '.';

describe('the seeds of ratings (R6.2)', () => {
  it.each([ratingSeed, classesSeed, policySeed].map((seed) => [seed.key, seed] as const))(
    '%s has no fault and passes its own cases',
    (_key, seed) => {
      const { faults, results, passed } = seedReport(seed);
      expect(faults).toEqual([]);
      expect(results.filter((result) => !result.passed)).toEqual([]);
      expect(passed).toBe(true);
    },
  );

  it('have a case for each row that rates', () => {
    expect(ratingSeed.cases).toHaveLength(1 + Object(ratingSeed.content).rows.length);
  });
});

describe('a verdict', () => {
  const reason = { zh: '理由', en: 'Reason' };

  it('takes points and caps the class', () => {
    const rows = ['a', 'b'];
    const answers = [
      { points: 15, cap: 'C', reason },
      { points: 10, cap: 'B', suspend: true, reason },
    ];
    expect(verdictOfRating({ rows, answers })).toMatchObject({ score: 75, cap: 'C', suspends: true, hits: rows });
  });

  it('is full where no row hit, whatever the otherwise answer says', () => {
    expect(verdictOfRating({ rows: [], answers: [{ points: 40 }] })).toEqual({
      score: 100,
      cap: 'A',
      suspends: false,
      hits: [],
      reasons: [],
    });
  });

  it('stays within 0 and 100, and never gets better by another row', () => {
    const answer = fc.record({ points: fc.nat(100), cap: fc.constantFrom(...ratingClasses) });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), answer, (answers, more) => {
        const rows = answers.map((_, at) => `r${at.toString()}`);
        const before = verdictOfRating({ rows, answers });
        const after = verdictOfRating({ rows: [...rows, 'more'], answers: [...answers, more] });
        expect(after.score).toBeLessThanOrEqual(before.score);
        expect(after.score).toBeGreaterThanOrEqual(0);
        expect(worse(before.cap, after.cap)).toBe(after.cap);
      }),
    );
  });

  it('is none by a class that nobody knows', () => {
    expect(() => verdictOfRating({ rows: ['a'], answers: [{ cap: 'F' }] })).toThrow('F');
  });
});

it('says which facts nobody could tell', () => {
  expect(unknownFacts({})).toHaveLength(ratingFacts.length);
  const all = Object.fromEntries(ratingFacts.map(({ field }) => [field, 0]));
  const { invoiceAnomalies: _unknown, ...known } = all;
  expect(unknownFacts(known)).toEqual(['invoiceAnomalies']);
});

it('tells up from down', () => {
  expect([movement(null, 'B'), movement('B', 'A'), movement('B', 'D'), movement('C', 'C')]).toEqual([
    'new',
    'up',
    'down',
    'same',
  ]);
});
