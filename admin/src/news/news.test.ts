import { countText, joined, pathOf, type NewsLine } from './news';

const line = (id: string): NewsLine => ({
  id,
  kind: 'batch-quoted',
  page: 'settlement-batches',
  subjectId: '5',
  number: 'PB-1',
  things: 1,
  dueAt: null,
  at: '2026-11-26T02:00:00Z',
  isNew: true,
});

describe('what came of my things', () => {
  it('leads to the thing; to the list where there are several, or a file to take', () => {
    expect(pathOf(line('1'))).toBe('/settlement-batches/5/show');
    expect(pathOf({ ...line('1'), subjectId: null })).toBe('/settlement-batches');
    expect(pathOf({ kind: 'export-ready', page: 'orders', subjectId: 'a-b' })).toBe('/orders');
  });

  it('is counted in two figures', () => {
    expect([1, 99, 100].map(countText)).toEqual(['1', '99', '99+']);
  });

  it('stands once, by number and not by text, when it moved up while earlier lines were shown', () => {
    const ids = (lines: readonly NewsLine[]): string[] => lines.map(({ id }) => id);
    expect(ids(joined([line('101'), line('98')], [line('98'), line('97'), line('9')]))).toEqual([
      '101',
      '98',
      '97',
      '9',
    ]);
    expect(joined([], [line('1')])).toEqual([]);
  });
});
