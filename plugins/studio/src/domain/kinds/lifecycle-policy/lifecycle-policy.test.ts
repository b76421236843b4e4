import { lifecyclePolicy } from './lifecycle-policy';

const text = { zh: '文', en: 'text' };
const step = (
  id: string,
  approval: string,
  aboveFen: number | null = null,
  dayAboveFen: number | null = null,
): object => ({
  ...{ id, name: text, approval, aboveFen, dayAboveFen, basis: text },
});
const content = {
  steps: [step('release', 'above', 1_000, 3_000), step('publish', 'always'), step('note', 'never')],
} as never;
const waits = (name: string, amountFen: number, dayFen = 0): unknown =>
  Object(lifecyclePolicy.evaluate(content, { step: name, amountFen, dayFen }).outcome).approval;

describe('which steps wait for a second person (R9.5)', () => {
  it.each([
    ['at the amount', 'release', 1_000, 0, false],
    ['a fen above it', 'release', 1_001, 0, true],
    ['up to the amount of the day', 'release', 1_000, 2_000, false],
    ['a fen above that of the day', 'release', 1_000, 2_001, true],
    ['always', 'publish', 0, 0, true],
    ['never', 'note', 1_000_000, 0, false],
    ['a step that nobody named', 'transfer', 0, 0, true],
  ])('%s', (_name, name, amountFen, dayFen, expected) => {
    expect(waits(name, amountFen, dayFen)).toBe(expected);
  });

  it('is refused with amounts missing, useless or crossed', () => {
    const steps = [step('a', 'above'), step('b', 'always', 5), step('c', 'above', 9, 8)];
    expect(lifecyclePolicy.faults({ steps } as never).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'steps.0.aboveFen amount-missing',
      'steps.1 amount-without-use',
      'steps.2.dayAboveFen day-below-one',
    ]);
    expect(lifecyclePolicy.hints(content).map(({ path }) => path)).toEqual(['steps.2.approval']);
  });
});
