import { describedKinds, seedReport, type TemplateContent } from '@linggong/studio/domain';
import { demandedClauses } from './demanded-clauses';
import { judgeText } from './judge-text';
import { renderContract } from './render';
import { sampleValues } from './sample-values';
import { contractKinds, type ContractKind } from './template';
import { templateOf } from './template-content';
import { contractSeeds } from './template-seeds';
import { firstTemplates } from './templates';

const seedOf = (kind: ContractKind) => {
  const seed = contractSeeds.find(({ key }) => key === `contracts.${kind}`);
  if (seed === undefined) throw new Error(kind);
  return seed;
};
const contentOf = (kind: ContractKind): TemplateContent => seedOf(kind).content as unknown as TemplateContent;
const codes = (kind: ContractKind, change: Partial<TemplateContent>): string[] =>
  judgeText(kind, { ...contentOf(kind), ...change }).map(({ code }) => code);

describe.each(contractKinds)('the first text of %s', (kind) => {
  it('is a sound configuration whose own cases pass, without hints', () => {
    expect(seedReport(seedOf(kind))).toMatchObject({ passed: true, faults: [] });
    const template = describedKinds.find((one) => one.kind === 'template');
    expect(template?.hints(seedOf(kind).content)).toEqual([]);
    expect(judgeText(kind, contentOf(kind))).toEqual([]);
  });

  it('comes back from the Studio as it was written: the same bytes for the same values', () => {
    const first = firstTemplates.find((one) => one.kind === kind);
    if (first === undefined) throw new Error(kind);
    const again = templateOf(kind, 1, JSON.parse(JSON.stringify(contentOf(kind))) as TemplateContent);
    expect(again).toEqual(first);
    expect(renderContract(again, sampleValues(again))).toBe(renderContract(first, sampleValues(first)));
  });

  it('may drop none of its demanded articles, each by itself (R2.2, R3.4, R3.5)', () => {
    const demanded = demandedClauses(kind);
    expect(demanded.length).toBeGreaterThanOrEqual(8);
    for (const { id, basis } of demanded) {
      const sections = contentOf(kind).sections.filter((section) => section.id !== id);
      // Dropping one may drop the only place of a variable as well.
      const [found] = judgeText(kind, { ...contentOf(kind), sections }).filter(
        ({ code }) => code === 'clause-demanded',
      );
      expect(found?.text.zh).toContain(basis.zh);
    }
  });

  it('has to name every variable of its sender in both languages', () => {
    for (const { name } of contentOf(kind).variables) {
      const sections = contentOf(kind).sections.map((section) => ({
        ...section,
        body: { ...section.body, en: section.body.en.replaceAll(`{{${name}}}`, 'somebody') },
      }));
      expect(codes(kind, { sections })).toEqual(['variable-demanded']);
      const variables = contentOf(kind).variables.filter((variable) => variable.name !== name);
      expect(codes(kind, { variables })).toEqual(['variable-demanded']);
    }
  });
});

describe('a text of a contract', () => {
  const kind = 'worker-service';
  const { sections, variables } = contentOf(kind);

  it('takes new words, a new article and another order', () => {
    const added = { id: 'weather', heading: { zh: '高温', en: 'Heat' }, body: { zh: '高温停工。', en: 'No work.' } };
    expect(codes(kind, { sections: [...sections.slice(0, 3), added, ...sections.slice(3)] })).toEqual([]);
  });

  it('keeps its frame, its purpose and visible characters', () => {
    expect(codes(kind, { sections: sections.slice(1, -1) })).toEqual(
      expect.arrayContaining(['opening', 'closing', 'variable-demanded']),
    );
    expect(codes(kind, { purpose: 'notice' })).toEqual(['no-contract']);
    const bare = sections.map((one) => (one.id === 'tax' ? { ...one, heading: { zh: '税款', en: ' ' } } : one));
    expect(codes(kind, { sections: bare })).toEqual(['heading']);
    const headed = sections.map((one) => (one.id === 'closing' ? { ...one, heading: { zh: '结尾', en: 'End' } } : one));
    expect(codes(kind, { sections: headed })).toEqual(['heading']);
    expect(codes(kind, { title: { zh: '协议\u0007', en: 'Agreement' } })).toEqual(['unprintable']);
  });

  it('has no variable that nobody fills in', () => {
    const more = { name: 'phone', label: { zh: '手机', en: 'Phone' }, sample: 'x' };
    expect(codes(kind, { variables: [...variables, more] })).toEqual(['variable-unknown']);
  });
});
