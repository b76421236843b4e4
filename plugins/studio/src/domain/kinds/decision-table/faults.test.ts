import { tableFaults } from './faults';
import { payments } from './payments.fixture';
import type { DecisionTable, TableCell, TableColumn } from './shape';

function codes(change: Partial<DecisionTable>): string[] {
  return tableFaults({ ...payments, ...change }).map(({ path, code }) => `${path} ${code}`);
}

const withCells = (cells: Record<string, TableCell>): Partial<DecisionTable> => ({
  rows: [{ id: 'a', cells: { decision: 'review', ...cells } }],
});

const withColumn = (change: Partial<TableColumn>): Partial<DecisionTable> => ({
  columns: [
    ...payments.columns,
    { id: 'x', role: 'input', field: 'x', label: { zh: '新列', en: 'X' }, type: 'number', ...change },
  ],
});

describe('faults of a table are found at their cell (R13.1)', () => {
  it.each<[Record<string, TableCell>, string]>([
    [{ nowhere: { is: 1 } }, 'rows.0.cells.nowhere column-unknown'],
    [{ amount: 5 }, 'rows.0.cells.amount cell-value'],
    [{ decision: { is: 'review' } }, 'rows.0.cells.decision cell-condition'],
    [{ amount: { is: 'five' } }, 'rows.0.cells.amount cell-type'],
    [{ amount: { above: 0.5 } }, 'rows.0.cells.amount cell-type'],
    [{ class: { in: ['a', 'z'] } }, 'rows.0.cells.class cell-type'],
    [{ class: { in: ['a', 'a'] } }, 'rows.0.cells.class list-twice'],
    [{ since: { from: 20260101 } }, 'rows.0.cells.since cell-type'],
    [{ remark: { above: 5 } }, 'rows.0.cells.remark range-column'],
    [{ amount: {} }, 'rows.0.cells.amount range-open'],
    [{ amount: { from: 1, above: 1 } }, 'rows.0.cells.amount range-doubled'],
    [{ amount: { above: 5, below: 6 } }, 'rows.0.cells.amount range-empty'],
    [{ 'fee-share': { from: 2, to: 1 } }, 'rows.0.cells.fee-share range-empty'],
    [{ since: { above: '2026-01-01', below: '2026-01-02' } }, 'rows.0.cells.since range-empty'],
    [{ remark: { matches: '(a+)+\\1' } }, 'rows.0.cells.remark pattern-unsafe'],
    [{ remark: { matches: '(a+)+$' } }, 'rows.0.cells.remark pattern-explodes'],
    [{ remark: { matches: '^(x|x)*y' } }, 'rows.0.cells.remark pattern-explodes'],
    [{ remark: { matches: '(?=a)b' } }, 'rows.0.cells.remark pattern-unsafe'],
    [{ remark: { matches: '[' } }, 'rows.0.cells.remark pattern-unsafe'],
    [{ class: { matches: 'a' } }, 'rows.0.cells.class pattern-column'],
    [{ decision: 'decline' }, 'rows.0.cells.decision cell-type'],
    [{ reason: 'text' }, 'rows.0.cells.reason cell-type'],
  ])('%j', (cells, expected) => {
    expect(codes(withCells(cells))).toEqual([expected]);
  });

  it('takes a fraction between neighbours, and one value', () => {
    expect(codes(withCells({ 'fee-share': { above: 5, below: 6 }, amount: { from: 5, to: 5 } }))).toEqual([]);
  });

  it.each<[Partial<TableColumn>, string]>([
    [{ id: 'amount' }, 'columns.11 column-twice'],
    [{ field: 'amountFen' }, 'columns.11 column-twice'],
    [{ type: 'choice' }, 'columns.11 choices-missing'],
    [{ choices: [{ value: 'a', label: { zh: '甲', en: 'A' } }] }, 'columns.11 choices-unused'],
    [{ type: 'text2' }, 'columns.11 text2-condition'],
    [{ role: 'computed' }, 'columns.11 compute-role'],
    [{ compute: { of: 'sum', columns: ['amount'] } }, 'columns.11 compute-role'],
    [{ role: 'computed', compute: { of: 'sum', columns: ['age'] } }, 'columns.11.compute compute-source'],
    [{ role: 'computed', compute: { of: 'share', columns: ['fee'] } }, 'columns.11.compute compute-count'],
    [{ role: 'computed', compute: { of: 'sum', columns: ['since'] } }, 'columns.11.compute compute-type'],
    [{ role: 'computed', compute: { of: 'sum', columns: ['fee', 'amount'] } }, 'columns.11.compute compute-result'],
  ])('column %j', (change, expected) => {
    expect(codes(withColumn(change))).toEqual(expected === '' ? [] : expect.arrayContaining([expected]));
  });

  it('lets an answer have the field of an input, since code sends one and reads the other', () => {
    expect(codes(withColumn({ role: 'output', field: 'amountFen' }))).toEqual([]);
  });

  it('misses answers that every row must give, and rows of one id', () => {
    expect(codes({ rows: [{ id: 'a', cells: {} }], otherwise: {} })).toEqual([
      'rows.0.cells.decision answer-missing',
      'otherwise.decision answer-missing',
    ]);
    expect(codes({ hitPolicy: 'collect', otherwise: {} })).toEqual([]);
    const row = { id: 'a', cells: { decision: 'review' } };
    expect(codes({ rows: [row, row] })).toEqual(['rows.1.id row-twice']);
    expect(codes({ columns: [], rows: [], otherwise: {} })).toEqual(['columns no-answer-column']);
  });

  it('names the row and the column as the page does', () => {
    expect(tableFaults({ ...payments, ...withCells({ amount: {} }) })[0]?.text).toEqual({
      zh: '第 1 行 · 单笔金额：范围没有界限，请填写或清空',
      en: 'Row 1, Amount: the range has no end; fill it in or clear the cell',
    });
  });
});
