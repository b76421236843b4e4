import { edit, type DecisionTable } from '@linggong/studio/domain';
import { columnCommand, columnDraftOf } from './column-draft';

const table: DecisionTable = {
  hitPolicy: 'first',
  columns: [
    {
      id: 'class',
      role: 'input',
      field: 'class',
      label: { zh: '等级', en: 'Class' },
      type: 'choice',
      choices: [{ value: 'a', label: { zh: '甲', en: 'A' } }],
      required: true,
    },
    { id: 'out', role: 'output', field: 'out', label: { zh: '结论', en: 'Decision' }, type: 'text' },
  ],
  rows: [],
  otherwise: {},
};
const draft = { ...columnDraftOf(undefined), zh: '新列', en: 'New', field: 'amountFen', type: 'money' as const };

it('keeps a column as it is where nothing was changed', () => {
  for (const column of table.columns)
    expect(columnCommand(table, column, columnDraftOf(column))).toEqual({
      ok: true,
      command: { do: 'change-column', column: column.id, to: column },
    });
});

it('puts a new condition before the answers, under an id of its own', () => {
  const once = columnCommand(table, undefined, draft);
  const after = once.ok ? edit(table, once.command)?.table : undefined;
  expect(after?.columns.map(({ id }) => id)).toEqual(['class', 'amount-fen', 'out']);
  const twice = after && columnCommand(after, undefined, draft);
  expect(twice?.ok && twice.command).toMatchObject({ column: { id: 'amount-fen-2' } });
});

it.each([
  [{ zh: '' }, '请填写中文和英文名称'],
  [{ field: 'Amount fen' }, '字段名'],
  [{ type: 'choice' as const, choices: 'a' }, '每行一个选项'],
  [{ role: 'computed' as const }, '请选择计算所依据的列'],
])('says what is missing: %j', (change, words) => {
  const made = columnCommand(table, undefined, { ...draft, ...change });
  expect(made).toMatchObject({ ok: false, text: { zh: expect.stringContaining(words) } });
});
