import { caseDifferences, kinds } from '@linggong/studio/domain';
import { limitSeed } from './limit-seed';

const limitSet = kinds.find(({ kind }) => kind === limitSeed.kind);

it('the limits of the first day have the shape of their kind, no fault, and pass their own cases (R6.2, R6.3)', () => {
  const parsed = limitSet?.content.safeParse(limitSeed.content);
  expect(parsed?.error?.issues ?? []).toEqual([]);
  expect(limitSet?.faults(limitSeed.content)).toEqual([]);
  for (const { name, input, expect: wanted } of limitSeed.cases) {
    const outcome = limitSet?.evaluate(limitSeed.content, input).outcome ?? null;
    expect([name, caseDifferences(wanted, outcome)]).toEqual([name, []]);
  }
});
