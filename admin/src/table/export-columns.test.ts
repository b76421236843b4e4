import type { Column } from './column';
import { exportedValue, exportKindOf, wishedColumns } from './export-columns';

interface Order {
  id: number;
  number: string;
  state: string;
  kind: string;
  grossFen: number | null;
  workers: number;
  paidAt: string | null;
  took: string;
}

const row: Order = {
  id: 1,
  number: 'PB-1',
  state: 'paid',
  kind: 'a',
  grossFen: 123,
  workers: 3,
  paidAt: '2026-11-22T01:00:00Z',
  took: '',
};
const columns: readonly Column<Order>[] = [
  { source: 'number', kind: 'number' },
  { source: 'state', state: 'order' },
  { source: 'kind', text: ({ kind }) => `<${kind}>` },
  { source: 'grossFen', kind: 'money' },
  { source: 'workers', kind: 'count' },
  { source: 'paidAt', kind: 'instant' },
  { source: 'took', text: ({ number }) => number },
  { source: 'id', kind: 'act', render: () => null },
];
const translate = (key: string): string => `t:${key}`;

/** Issue 6, exports: what the screen says is what the file says, with numbers that a spreadsheet counts with. */
describe('the columns of a file', () => {
  it('are numbers, days and words, never what is done with a row', () => {
    expect(columns.map(exportKindOf)).toEqual(['text', 'text', 'text', 'money', 'count', 'instant', 'text', 'text']);
    expect(columns.slice(0, 6).map((column) => exportedValue(column, row, translate, new Map()))).toEqual([
      'PB-1',
      't:state.order.paid',
      '<a>',
      123n,
      3n,
      '2026-11-22T01:00:00Z',
    ]);
    expect(
      exportedValue({ source: 'grossFen', kind: 'money' }, { ...row, grossFen: null }, translate, new Map()),
    ).toBeNull();
  });

  it('tell a job the words of every code that the server may have, and leave out what it has no field for', () => {
    const fields = ['number', 'state', 'grossFen', 'workers', 'paidAt'].map((field) => ({ field }));
    const offer = { fields: [...fields, { field: 'kind', values: ['a', 'b'] }] };
    const wished = wishedColumns(columns, offer, [row], { heading: ({ source }) => source, translate });
    expect(wished.map(({ field, kind }) => [field, kind])).toEqual([
      ['number', 'text'],
      ['state', 'text'],
      ['kind', 'text'],
      ['grossFen', 'money'],
      ['workers', 'count'],
      ['paidAt', 'instant'],
    ]);
    expect(wished[1]?.words).toContainEqual(['returned', 't:state.order.returned']);
    expect(wished[2]?.words).toEqual([
      ['a', '<a>'],
      ['b', '<b>'],
    ]);
  });

  it('tell no word where it follows from another field', () => {
    const column: Column<Order> = { source: 'kind', text: ({ number }) => number };
    const rows = [row, { ...row, number: 'PB-2' }];
    const [wished] = wishedColumns([column], { fields: [{ field: 'kind' }] }, rows, { heading: () => 'h', translate });
    expect(wished?.words).toEqual([]);
  });
});
