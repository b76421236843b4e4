import { unmetNeeds, type TableNeeds } from './needs';
import { payments } from './payments.fixture';
import type { DecisionTable } from './shape';

const decision = payments.columns.find(({ field }) => field === 'decision');
const needs: TableNeeds = {
  answers: [
    {
      fields: ['outcome', 'decision'],
      name: { zh: '结论', en: 'Decision' },
      values: decision?.choices?.map(({ value }) => value) ?? [],
    },
  ],
  facts: payments.columns.filter(({ role }) => role === 'input').map(({ field }) => field),
};
const codes = (table: DecisionTable, asked = needs) =>
  unmetNeeds(table, asked).map(({ path, code }) => `${path} ${code}`);
const withDecision = (change: object): DecisionTable => ({
  ...payments,
  columns: payments.columns.map((column) => (column.field === 'decision' ? { ...column, ...change } : column)),
});
const place = payments.columns.findIndex(({ field }) => field === 'decision');

describe('what a consumer needs of a table (R13.1)', () => {
  it('is met by the table that it was made for', () => {
    expect(codes(withDecision({ required: true }))).toEqual([]);
  });

  it('names the answer that is missing, in both languages', () => {
    const columns = payments.columns.filter(({ field }) => field !== 'decision');
    const [fault] = unmetNeeds({ ...payments, columns }, needs);
    expect(fault).toMatchObject({ path: 'columns', code: 'needed-answer' });
    expect(fault?.text.zh).toContain('缺少答案列“结论”');
    expect(fault?.text.en).toContain('"Decision"');
  });

  it.each<[string, DecisionTable, string[]]>([
    ['is not given by every row', withDecision({ required: false }), [`columns.${place} needed-answer`]],
    [
      'is free text',
      withDecision({ required: true, type: 'text', choices: undefined }),
      [`columns.${place} needed-answer`],
    ],
    [
      'is not given where nothing hits',
      { ...withDecision({ required: true }), otherwise: {} },
      ['otherwise needed-answer'],
    ],
  ])('refuses an answer that %s', (_how, table, expected) => {
    expect(codes(table)).toEqual(expected);
  });

  it('refuses choices that nobody can act on, and conditions over what nobody sends', () => {
    const table = withDecision({ required: true });
    const [answer] = needs.answers;
    const fewer = { ...needs, answers: answer ? [{ ...answer, values: [] }] : [] };
    expect(codes(table, fewer)).toEqual([`columns.${place} needed-answer`]);
    const unknown = codes(table, { ...needs, facts: needs.facts.slice(1) });
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toMatch(/unknown-fact$/);
  });
});
