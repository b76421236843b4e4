import { exportCsv } from '@linggong/core/domain';
import { filterText, instantOfDay, sameFilter, withFilter } from './filter';
import { cellText, saysSomething } from './cell-text';
import { isUsual, type Column } from './column';

describe('the export', () => {
  it('begins with a byte order mark and never runs as a formula', () => {
    expect(
      exportCsv([
        ['姓名', 'a,b'],
        ['=1+1', '-5.00'],
        ['@x', '-x'],
      ]),
    ).toBe("\uFEFF姓名,\"a,b\"\r\n'=1+1,-5.00\r\n'@x,'-x\r\n");
  });

  it('writes amounts so that a spreadsheet counts with them', () => {
    const row = { id: 1, netFen: -123456, state: 'paid', at: '2026-01-31T17:00:00Z', none: null };
    const translate = (key: string): string => key;
    expect(cellText({ source: 'netFen', kind: 'money' }, row, translate)).toBe('-1234.56');
    expect(cellText({ source: 'state', state: 'order' }, row, translate)).toBe('state.order.paid');
    expect(cellText({ source: 'at', kind: 'instant' }, row, translate)).toBe('2026-02-01 01:00:00');
    expect(cellText({ source: 'none' }, row, translate)).toBe('');
  });
});

describe('columns', () => {
  it('of an amount that is mostly zero show as soon as one row has it, or the row would not add up', () => {
    const vat = { source: 'vatFen', kind: 'money', hidden: 'zero' } as const;
    expect(isUsual(vat, [{ id: 1, vatFen: 0 }])).toBe(false);
    expect(
      isUsual(vat, [
        { id: 1, vatFen: 0 },
        { id: 2, vatFen: 3 },
      ]),
    ).toBe(true);
    expect([isUsual({ ...vat, hidden: true }, [{ id: 2, vatFen: 3 }]), isUsual({ source: 'id' }, [])]).toEqual([
      false,
      true,
    ]);
  });
});

describe('notes on a phone', () => {
  interface Noted {
    id: number;
    name?: string | null;
    count?: number;
    why?: never;
  }
  it.each<[string, Column<Noted>, Noted, boolean]>([
    ['a word', { source: 'name' }, { id: 1, name: '湘江' }, true],
    ['nothing', { source: 'name' }, { id: 1, name: null }, false],
    ['no text', { source: 'name' }, { id: 1, name: '' }, false],
    ['a dash', { source: 'why', render: () => '—', text: () => '—' }, { id: 1 }, false],
    ['what is drawn', { source: 'why', render: () => 'x' }, { id: 1 }, true],
    ['zero', { source: 'count', kind: 'count' }, { id: 1, count: 0 }, true],
  ])('%s', (_name, column, row, says) => {
    expect(saysSomething(column, row)).toBe(says);
  });
});

describe('filters', () => {
  it('take an empty text out', () => {
    expect(withFilter({ state: 'paid', q: 'x' }, 'q', '')).toEqual({ state: 'paid' });
    expect(withFilter({}, 'q', 'x')).toEqual({ q: 'x' });
    expect(filterText({ batchId: 4 }, 'batchId')).toBe('4');
  });

  it('are the same in any order', () => {
    expect(sameFilter({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameFilter({ a: 1 }, { a: 2 })).toBe(false);
  });

  it('bound a Shanghai day by UTC instants', () => {
    expect(instantOfDay('2026-02-01', 'from')).toBe('2026-01-31T16:00:00.000Z');
    expect(instantOfDay('2026-02-01', 'until')).toBe('2026-02-01T15:59:59.999Z');
    expect(instantOfDay('', 'from')).toBe('');
  });
});
