import { evaluateTable, readCellText, type DecisionTable } from '@linggong/studio/domain';
import { nextOf, placesWith } from './find';
import { answersInWords, inputOf } from './tried';

const label = (name: string) => ({ zh: name, en: name });
const table: DecisionTable = {
  hitPolicy: 'first',
  columns: [
    { id: 'amount', role: 'input', field: 'amountFen', label: label('金额'), type: 'money', required: true },
    { id: 'name', role: 'input', field: 'name', label: label('名称'), type: 'text' },
    { id: 'out', role: 'output', field: 'out', label: label('结论'), type: 'text' },
  ],
  rows: [{ id: 'a', cells: { amount: { above: 500 }, out: 'stop' }, basis: '第 8 条' }],
  otherwise: { out: 'go' },
};
const ask = (typed: Record<string, string>) => inputOf(table, typed, readCellText);

it('asks with what was typed, amounts in yuan', () => {
  const input = ask({ amount: '1,000.50', name: '> 5' });
  expect(input).toEqual({ ok: true, values: { amountFen: 100_050, name: '> 5' } });
  const { outcome } = evaluateTable(table, input.ok ? input.values : {});
  expect(answersInWords(table, outcome)).toEqual([{ zh: '结论 stop', en: '结论 stop' }]);
});

it('says which field is missing or wrong', () => {
  expect(ask({})).toMatchObject({ ok: false, text: { zh: '金额：必须填写' } });
  expect(ask({ amount: '> 5' })).toMatchObject({ ok: false });
});

it('finds texts in cells, bases and the otherwise answer, one after the other', () => {
  const find = (text: string) => placesWith(table, text, ({ zh }) => zh);
  expect(find('5.00')).toEqual([{ row: 0, col: 0 }]);
  expect(find('8')).toEqual([{ row: 0, col: 4 }]);
  const places = find('O');
  expect(places).toEqual([
    { row: 0, col: 2 },
    { row: 1, col: 2 },
  ]);
  expect(nextOf(places, { row: 0, col: 2 })).toEqual({ row: 1, col: 2 });
  expect(nextOf(places, { row: 1, col: 2 })).toEqual({ row: 0, col: 2 });
});
