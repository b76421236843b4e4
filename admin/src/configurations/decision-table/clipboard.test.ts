import { edit, type DecisionTable } from '@linggong/studio/domain';
import { blockText, cellsOf, pasteAt } from './clipboard';

const label = (name: string) => ({ zh: name, en: name });
const table: DecisionTable = {
  hitPolicy: 'first',
  columns: [
    { id: 'amount', role: 'input', field: 'amountFen', label: label('金额'), type: 'money' },
    { id: 'name', role: 'input', field: 'name', label: label('名称'), type: 'text' },
    { id: 'out', role: 'output', field: 'out', label: label('结论'), type: 'text' },
  ],
  rows: [
    { id: 'a', cells: { amount: { above: 500 }, name: { in: ['x "y"', 'z'] }, out: 'one' } },
    { id: 'b', cells: { out: 'two' } },
  ],
  otherwise: { out: 'rest' },
};
const whole = { top: 0, left: 0, bottom: 2, right: 2 };

it('pastes what it copied, quotes and all, and adds rows where that is allowed', () => {
  const text = blockText(table, { ...whole, bottom: 1 });
  const pasted = pasteAt(table, { row: 1, col: 0 }, text, true);
  const after = pasted.ok ? edit(table, pasted.command)?.table : undefined;
  expect(after?.rows.map(({ id, cells }) => [id, cells])).toEqual([
    ['a', table.rows[0]?.cells],
    ['b', table.rows[0]?.cells],
    ['r-1', table.rows[1]?.cells],
  ]);
  expect(pasteAt(table, { row: 1, col: 0 }, text, false)).toMatchObject({ ok: false });
});

it('copies the otherwise answer, and pastes into it', () => {
  expect(blockText(table, whole).split('\n').at(-1)).toBe('\t\trest');
  const pasted = pasteAt(table, { row: 2, col: 2 }, 'other', false);
  expect(pasted.ok && edit(table, pasted.command)?.table.otherwise).toEqual({ out: 'other' });
});

it('reads what spreadsheets write', () => {
  expect(cellsOf('a\tb\r\n"c\nd"\t"e ""f"""\r\n')).toEqual([
    ['a', 'b'],
    ['c\nd', 'e "f"'],
  ]);
});

it('pastes nothing where one cell cannot be read, and says which', () => {
  const pasted = pasteAt(table, { row: 0, col: 0 }, '> 5\n> five', false);
  expect(pasted).toMatchObject({ ok: false, text: { zh: expect.stringContaining('第 2 行 · 金额') } });
  expect(pasteAt(table, { row: 0, col: 2 }, 'a\tb', false)).toMatchObject({ ok: false });
});
