import { template } from './template';

const both = (text: string): object => ({ zh: text, en: text });
const content = {
  purpose: 'notice',
  title: both('致 {{name}}'),
  sections: [{ id: '1', heading: both(''), body: both('{{name}} 应于 {{due-day}} 前办理') }],
  variables: ['name', 'due-day'].map((name) => ({ name, label: both(name), sample: 'x' })),
};
const filled = (values: Record<string, string>): unknown =>
  template.evaluate(content as never, { language: 'zh', values } as never).outcome;
const found = (what: 'faults' | 'hints', change: object): string[] =>
  template[what]({ ...content, ...change } as never).map(({ path, code }) => `${path} ${code}`);

describe('templates', () => {
  it('put values into their places, once: what a value says is not read again', () => {
    expect(filled({ name: '甲{{due-day}}$&', 'due-day': '2026-12-01' })).toEqual({
      title: '致 甲{{due-day}}$&',
      text: '甲{{due-day}}$& 应于 2026-12-01 前办理',
      missing: [],
    });
  });

  it('name what is missing and leave its place as it is written', () => {
    expect(filled({ name: '甲', 'due-day': ' ' })).toEqual({
      title: '致 甲',
      text: '甲 应于 {{due-day}} 前办理',
      missing: ['due-day'],
    });
  });

  it('ask for exactly their variables', () => {
    const input = template.input(content as never);
    expect(input.safeParse({ language: 'zh', values: { name: 'a', 'due-day': 'b' } }).success).toBe(true);
    expect(input.safeParse({ language: 'zh', values: { name: 'a' } }).success).toBe(false);
    expect(input.safeParse({ language: 'zh', values: { name: 'a', 'due-day': 'b', more: 'c' } }).success).toBe(false);
  });

  it('are refused with unknown variables and misspelt places, expressions among them', () => {
    const title = { zh: '{{nmae}}', en: '{{ name }} {{constructor.constructor("x")()}}' };
    expect(found('faults', { title })).toEqual(['title unknown-variable', 'title stray-brace']);
    expect(found('faults', {})).toEqual([]);
  });

  it('hint at variables that one language, or none, uses', () => {
    const sections = [{ id: '1', heading: both(''), body: { zh: '{{due-day}}', en: 'soon' } }];
    expect(found('hints', { title: both('无'), sections })).toEqual([
      'variables.0 unused-variable',
      'variables.1 one-language',
    ]);
  });

  it('tell a change wherever in a long text it stands', () => {
    const body = (end: string) => ({
      ...content,
      sections: [{ id: '1', heading: both(''), body: both(`${'条'.repeat(2_000)}${end}`) }],
    });
    const [change] = template.changes(body('甲') as never, body('乙') as never);
    expect([change?.before?.zh.at(-1), change?.after?.en.at(-1)]).toEqual(['甲', '乙']);
  });
});
