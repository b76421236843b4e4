import { criteria } from './criteria';

const text = { zh: '文', en: 'text' };
const one = (id: string, required: boolean): object => ({
  id,
  title: text,
  text,
  evidence: text,
  basis: text,
  required,
});
const content = { area: 'enterprises', scope: text, criteria: [one('A-1', true), one('A-2', false)] } as never;

describe('criteria that steps of a review cite (R2.6)', () => {
  it.each([
    [['A-1'], { verdict: 'complete', sound: true, complete: true, unknown: [], uncited: [] }],
    [['A-2'], { verdict: 'incomplete', sound: true, complete: false, unknown: [], uncited: ['A-1'] }],
    [['A-1', 'A-9', 'A-9'], { verdict: 'complete', sound: false, complete: true, unknown: ['A-9'], uncited: [] }],
  ])('cited %j', (cited, outcome) => {
    expect(criteria.evaluate(content, { cited }).outcome).toEqual(outcome);
  });

  it('hint where a review would pass without citing anything', () => {
    expect(criteria.hints(content)).toEqual([]);
    const loose = { area: 'tasks', scope: text, criteria: [one('A-2', false)] } as never;
    expect(criteria.hints(loose).map(({ code }) => code)).toEqual(['none-required']);
  });
});
