import { exportRow, type WishedColumn } from './export-row';

const column = (source: string, kind: WishedColumn['kind'], words: readonly (readonly [string, string])[] = []) => ({
  source,
  kind,
  heading: source,
  words: new Map(words),
});

describe('a row of a list as it leaves in a file', () => {
  it('tells amounts and counts as numbers, codes by their words, and nothing of what has many parts', () => {
    const row = {
      number: '110101199003070000',
      state: 'paid',
      grossFen: 123n,
      feeFen: 5,
      workers: '12',
      paidAt: new Date('2026-11-22T00:00:00Z'),
      tags: ['a', 'b'],
      problem: { code: 'x' },
      open: true,
      values: { height: 180 },
      none: null,
    };
    const columns = [
      column('number', 'text'),
      column('state', 'text', [['paid', '已支付']]),
      column('grossFen', 'money'),
      column('feeFen', 'money'),
      column('workers', 'count'),
      column('paidAt', 'instant'),
      column('tags', 'text', [['a', '甲']]),
      column('problem', 'text'),
      column('open', 'text', [['true', '是']]),
      column('values.height', 'text'),
      column('none', 'text'),
      column('__proto__', 'text'),
      column('values.constructor', 'text'),
    ];
    expect(exportRow(columns, row)).toEqual([
      '110101199003070000',
      '已支付',
      123n,
      5n,
      12n,
      '2026-11-22T00:00:00.000Z',
      '甲、b',
      null,
      '是',
      '180',
      null,
      null,
      null,
    ]);
  });
});
