import type { DecisionTable } from '@linggong/studio/domain';
import { columnWidths } from './column-widths';

const label = { zh: '金额', en: 'Amount' };
const table = (from: number, to?: number): DecisionTable => ({
  hitPolicy: 'first',
  columns: [
    { id: 'sum', role: 'input', field: 'sumFen', label, type: 'money' },
    { id: 'why', role: 'output', field: 'why', label, type: 'text2' },
  ],
  rows: [{ id: 'a', cells: { sum: to === undefined ? { from } : { from, to } } }],
  otherwise: {},
});
const zh = (text: { zh: string }): string => text.zh;

describe('the widths of the columns of a grid', () => {
  it('stay as they are for what is short', () => {
    expect(columnWidths(table(100), zh)).toEqual([168, 220]);
  });

  it('grow so that both ends of a range are read, and no further than a bound', () => {
    const [sum] = columnWidths(table(10_000_000, 20_000_000), zh);
    expect(sum).toBeGreaterThan(220);
    expect(columnWidths(table(1e15, 2e15), (text) => zh(text).repeat(9))[0]).toBe(280);
  });

  it('are measured anew in another language', () => {
    const one = table(10_000_000, 20_000_000);
    expect(columnWidths(one, zh)).not.toEqual(columnWidths(one, () => ''));
  });
});
