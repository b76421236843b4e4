import fc from 'fast-check';
import { checkFaults } from './checklist';
import { drawSample, type Drawable } from './draw-sample';
import { interviewFindings, interviewScript, isCleared, type InterviewAnswers } from './interview';
import { seededNumbers } from './seeded-numbers';

const seeds = fc.stringMatching(/^[0-9a-f]{32}$/);
const populations = fc.uniqueArray(
  fc.record({ number: fc.stringMatching(/^OR-\d{1,6}$/), stratum: fc.constantFrom('large', 'new', 'rest') }),
  { selector: ({ number }) => number, maxLength: 120 },
);
const half = (_stratum: string, count: number): number => Math.ceil(count / 2);
const many = (count: number, stratum = 'rest'): Drawable[] =>
  Array.from({ length: count }, (_, index) => ({ number: `OR-${String(index).padStart(6, '0')}`, stratum }));

describe('a sample (R6.3, R8.4)', () => {
  it('is drawn again from the same seed and population, in whatever order that comes', () => {
    fc.assert(
      fc.property(seeds, populations, fc.infiniteStream(fc.nat()), (seed, population, keys) => {
        const shuffled = population
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(drawSample(seed, shuffled, half)).toEqual(drawSample(seed, population, half));
      }),
    );
  });

  it('holds no number twice, none from elsewhere, and as many as each stratum asks for', () => {
    fc.assert(
      fc.property(seeds, populations, (seed, population) => {
        for (const { stratum, population: count, numbers } of drawSample(seed, population, half)) {
          const own = population.filter((one) => one.stratum === stratum).map(({ number }) => number);
          expect([count, numbers.length, new Set(numbers).size]).toEqual([own.length, half('', count), numbers.length]);
          expect(numbers.filter((number) => !own.includes(number))).toEqual([]);
        }
      }),
    );
  });

  it('of one stratum does not move with what happens in another', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), (seed, own, others) => {
        const other = many(others, 'other').map(({ number, stratum }) => ({ number: `X${number}`, stratum }));
        const alone = drawSample(seed, many(own), half);
        expect(drawSample(seed, [...other, ...many(own)], half).filter(({ stratum }) => stratum === 'rest')).toEqual(
          alone,
        );
      }),
    );
  });

  it('draws each member about as often as the others', () => {
    const hits = new Map<string, number>();
    const rounds = 4_000;
    for (let round = 0; round < rounds; round += 1) {
      const seed = (BigInt(round) * 0x9e3779b97f4a7c15n + 0x1234567n).toString(16).padStart(32, '0').slice(-32);
      for (const number of drawSample(seed, many(10), () => 3)[0]?.numbers ?? [])
        hits.set(number, (hits.get(number) ?? 0) + 1);
    }
    // 1,200 expected, with a standard deviation of 29: nine times that is no accident.
    for (const count of hits.values()) expect(Math.abs(count - rounds * 0.3)).toBeLessThan(260);
    expect(hits.size).toBe(10);
  });

  // What was drawn in 2026 is drawn in ten years: these must never change.
  it('is the one that is written down here', () => {
    const random = seededNumbers('000102030405060708090a0b0c0d0e0f', 'rest');
    expect(Array.from({ length: 6 }, () => random.below(1_000))).toMatchInlineSnapshot(`
     [
       658,
       124,
       775,
       910,
       258,
       187,
     ]
    `);
    expect(drawSample('000102030405060708090a0b0c0d0e0f', many(1_000), () => 4)).toMatchInlineSnapshot(`
     [
       {
         "numbers": [
           "OR-000179",
           "OR-000183",
           "OR-000254",
           "OR-000658",
         ],
         "population": 1000,
         "stratum": "rest",
       },
     ]
    `);
  });

  it('is refused for sizes that cannot be, doubled numbers and seeds that are none', () => {
    expect(() => drawSample('0'.repeat(32), many(3), () => 4)).toThrow(RangeError);
    expect(() => drawSample('0'.repeat(32), many(3), () => -1)).toThrow(RangeError);
    expect(() => drawSample('0'.repeat(32), [...many(3), ...many(1)], () => 1)).toThrow(RangeError);
    expect(() => drawSample('zz', many(3), () => 1)).toThrow(RangeError);
    expect(() => seededNumbers('0'.repeat(32), '').below(0)).toThrow(RangeError);
  });
});

describe('an interview (R8.4)', () => {
  const good = Object.fromEntries(
    interviewScript.map(({ id, good: answer }) => [id, answer]),
  ) as unknown as InterviewAnswers;
  it.each([
    [{}, [], true],
    [{ isPerson: 'no' }, ['identity-misused'], false],
    [{ knowsWork: 'unsure' }, [], false],
    [{ passedOn: 'yes', ownsCard: 'no' }, ['card-with-others', 'pay-passed-on'], false],
  ] as const)('with %j finds %j', (change, findings, cleared) => {
    const answers = { ...good, ...change };
    expect(interviewFindings(answers).map(({ finding }) => finding)).toEqual(findings);
    expect(isCleared(answers)).toBe(cleared);
  });
});

it('a checklist has its faults where something differs or is missing', () => {
  expect(checkFaults({ agreement: 'fits', business: 'missing', amount: 'fits', fund: 'differs' })).toEqual([
    'business',
    'fund',
  ]);
});
