import fc from 'fast-check';
import { allHold, inOrder, judgementFault, judgementLine, type Verdict } from './judgement';

const text = { zh: '文', en: 'text' };
const one = (id: string, required: boolean) => ({
  ...{ id, title: text, text, evidence: text, basis: text, required },
  visitAboveFen: null,
});
const content = {
  area: 'enterprises' as const,
  scope: text,
  criteria: [one('A-1', true), one('A-2', true), one('A-3', false)],
};
const holds = (id: string) => ({ id, holds: true });
const fails = (id: string, note?: string) => ({ id, holds: false, ...(note === undefined ? {} : { note }) });

describe('judgements of criteria (R2.6)', () => {
  it.each<[Verdict, { id: string; holds: boolean; note?: string }[], unknown]>([
    ['passes', [holds('A-1'), holds('A-2')], undefined],
    ['passes', [holds('A-1'), holds('A-2'), holds('A-3')], undefined],
    ['passes', [], { code: 'unjudged', ids: ['A-1', 'A-2'] }],
    ['passes', [holds('A-1'), holds('A-3')], { code: 'unjudged', ids: ['A-2'] }],
    ['passes', [holds('A-1'), fails('A-2', '无妨')], { code: 'fails', ids: ['A-2'] }],
    ['passes', [holds('A-1'), holds('A-2'), fails('A-3')], { code: 'unexplained', ids: ['A-3'] }],
    ['passes', [holds('A-1'), holds('A-2'), fails('A-3', '已说明')], undefined],
    ['passes', [holds('A-1'), holds('A-2'), holds('A-9')], { code: 'unknown', ids: ['A-9'] }],
    ['refuses', [], { code: 'none-fails', ids: [] }],
    ['refuses', [holds('A-1')], { code: 'none-fails', ids: [] }],
    ['refuses', [fails('A-3')], undefined],
    ['refuses', [fails('A-9')], { code: 'unknown', ids: ['A-9'] }],
    ['tells', [holds('A-1'), fails('A-2', '许可到期')], undefined],
    ['tells', [holds('A-1'), fails('A-2')], { code: 'unexplained', ids: ['A-2'] }],
    ['tells', [fails('A-2', '许可到期')], { code: 'unjudged', ids: ['A-1'] }],
  ])('%s with %j', (verdict, judgements, fault) => {
    expect(judgementFault(content, judgements, verdict)).toEqual(fault);
  });

  it('asks for a word where no criterion is mandatory', () => {
    const loose = { ...content, criteria: [one('A-1', false), one('A-2', false)] };
    expect(judgementFault(loose, [], 'passes')).toEqual({ code: 'unjudged', ids: ['A-1', 'A-2'] });
    expect(judgementFault(loose, [holds('A-2')], 'passes')).toBeUndefined();
  });

  it('lets nothing pass whose mandatory criteria do not all hold, however they are judged', () => {
    const judged = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('A-1', 'A-2', 'A-3'), holds: fc.boolean(), note: fc.constant('注') }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(judged, (judgements) => {
        const held = new Set(judgements.filter(({ holds: does }) => does).map(({ id }) => id));
        const passes = judgementFault(content, judgements, 'passes') === undefined;
        expect(passes).toBe(held.has('A-1') && held.has('A-2'));
      }),
    );
  });

  it('tells them in the order of the criteria, in one line', () => {
    const sent = [fails('A-3', '已说明'), holds('A-1')];
    expect(judgementLine(inOrder(content, sent), 3)).toBe('A-1✓ A-3✗ (v3)');
    expect(judgementLine(allHold(content), null)).toBe('A-1✓ A-2✓ A-3✓');
  });
});
