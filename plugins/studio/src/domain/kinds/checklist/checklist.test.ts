import { checklist } from './checklist';

const text = { zh: '文', en: 'text' };
const item = (id: string, required: boolean, evidence: boolean): object => ({
  id,
  text,
  help: text,
  required,
  evidence,
});
const content = { items: [item('a', true, false), item('b', true, true), item('c', false, true)] } as never;
const answers = (given: Record<string, [string, number]>): never =>
  ({
    answers: Object.entries(given).map(([name, [answer, evidence]]) => ({ item: name, answer, evidence })),
  }) as never;
const verdict = (given: Record<string, [string, number]>): unknown =>
  checklist.evaluate(content, answers(given)).outcome;

describe('checklists', () => {
  it('pass when what must be answered holds and has its evidence', () => {
    expect(verdict({ a: ['yes', 0], b: ['yes', 1] })).toMatchObject({ verdict: 'passed' });
    expect(verdict({ a: ['not-applicable', 0], b: ['not-applicable', 0] })).toMatchObject({ verdict: 'passed' });
  });

  it('are incomplete without an answer, without evidence, or with an answer to nothing', () => {
    expect(verdict({ a: ['yes', 0] })).toMatchObject({ verdict: 'incomplete', missing: ['b'] });
    const bare = verdict({ a: ['yes', 0], b: ['yes', 0], c: ['yes', 0] });
    expect(bare).toMatchObject({ verdict: 'incomplete', withoutEvidence: ['b', 'c'] });
    expect(verdict({ a: ['yes', 0], b: ['yes', 1], z: ['yes', 1] })).toMatchObject({
      verdict: 'incomplete',
      unknown: ['z'],
    });
  });

  it('fail where one item does not hold, even one that need not be answered, and whatever is still missing', () => {
    expect(verdict({ c: ['no', 1] })).toMatchObject({ verdict: 'failed', failed: ['c'], missing: ['a', 'b'] });
  });
});
