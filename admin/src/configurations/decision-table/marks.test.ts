import type { DecisionTable } from '@linggong/studio/domain';
import { cellKey, marksOf, otherwiseId, rowOf } from './marks';

const table: DecisionTable = {
  hitPolicy: 'first',
  columns: [],
  rows: [
    { id: 'a', cells: {} },
    { id: 'b', cells: {} },
  ],
  otherwise: {},
};
const fault = (path: string) => ({ path, code: 'x', text: { zh: path, en: path } });

it('puts what is told at its row and its cell', () => {
  const faults = [fault('rows.1.cells.amount'), fault('otherwise.decision'), fault('columns.0')];
  const marks = marksOf(table, faults, [fault('rows.1')]);
  expect(marks.rows.get('b')?.map(({ kind }) => kind)).toEqual(['fault', 'hint']);
  expect(marks.cells.get(cellKey('b', 'amount'))).toHaveLength(1);
  expect(marks.cells.get(cellKey(otherwiseId, 'decision'))).toHaveLength(1);
  expect(marks.rows.has('a')).toBe(false);
});

it('leads from what is told to its row', () => {
  expect(
    ['rows.1.cells.amount', 'otherwise', 'columns.0', 'rows', 'rows.9'].map((path) => rowOf(table, fault(path))),
  ).toEqual([1, 2, undefined, undefined, undefined]);
});
