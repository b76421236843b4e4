import fc from 'fast-check';
import { cellFault } from './cell-faults';
import { cellText, readCellText } from './cell-text';
import { payments } from './payments.fixture';
import type { TableCell, TableColumn } from './shape';

const column = (id: string): TableColumn => {
  const found = payments.columns.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

it.each<[string, TableCell | undefined, string]>([
  ['amount', { above: 5_000_000 }, '> 50000.00'],
  ['amount', { from: 1, to: 500 }, '≥ 0.01 且 ≤ 5.00'],
  ['amount', { is: -5 }, '-0.05'],
  ['class', { in: ['a', 'c'] }, '任一：A 级；C 级'],
  ['class', { notIn: ['b'] }, '除外：B 级'],
  ['class', { is: 'b' }, 'B 级'],
  ['since', { below: '2026-01-01' }, '< 2026-01-01'],
  ['remark', { matches: '^(借款|退款)' }, '格式：^(借款|退款)'],
  ['remark', { is: '=1+1' }, '"=1+1"'],
  ['first-time', { is: true }, '是'],
  ['fee-share', { below: 0.01 }, '< 0.01'],
  ['decision', 'review', '复核'],
  ['reason', { zh: '金额较大', en: 'A large amount' }, '金额较大 || A large amount'],
  ['amount', undefined, ''],
])('%s %j is written %s and read again', (id, cell, text) => {
  expect(cellText(column(id), cell)).toBe(text);
  expect(readCellText(column(id), text)).toEqual(cell === undefined ? { ok: true } : { ok: true, cell });
});

it.each([
  ['amount', '>= 1,000 and <2,000.5', { from: 100_000, below: 200_050 }],
  ['class', '任一:a;C 级', { in: ['a', 'c'] }],
  ['since', '2026/03/01', { is: '2026-03-01' }],
  ['first-time', 'NO', { is: false }],
])('%s takes what people write: %s', (id, text, cell) => {
  expect(readCellText(column(id), text)).toEqual({ ok: true, cell });
});

it.each([
  ['amount', 'five'],
  ['amount', '> 5 且 > 6'],
  ['amount', '> 6 且 < 6'],
  ['amount', '0.001'],
  ['class', 'D 级'],
  ['class', '任一：A 级；'],
  ['since', '2026-02-30'],
  ['remark', '格式：(a)\\1'],
  ['remark', '"open'],
  ['reason', '只有中文'],
  ['decision', '> 5'],
])('%s refuses %s with a reason', (id, text) => {
  const read = readCellText(column(id), text);
  expect(read.ok ? undefined : read.text.zh && read.text.en).toBeTruthy();
});

describe('whatever fits a column', () => {
  const sign = fc.constantFrom(...'ab甲；;"\\|:：=><≥ 且任一除外格式-+@\'\n');
  const text = fc.string({ unit: sign, minLength: 1, maxLength: 8 });
  const fen = fc.integer({ min: -1e12, max: 1e12 });
  const millionths = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1_000_000);
  const range = <T>(edge: fc.Arbitrary<T>) => fc.record({ from: edge, below: edge }, { requiredKeys: [] });
  const cells: fc.Arbitrary<[string, TableCell]> = fc.oneof(
    fc.tuple(
      fc.constant('remark'),
      text.map((is) => ({ is })),
    ),
    fc.tuple(
      fc.constant('remark'),
      fc.uniqueArray(text, { minLength: 1, maxLength: 4 }).map((values) => ({ notIn: values })),
    ),
    fc.tuple(
      fc.constant('remark'),
      text.map((matches) => ({ matches })),
    ),
    fc.tuple(fc.constant('amount'), range(fen) as fc.Arbitrary<TableCell>),
    fc.tuple(
      fc.constant('amount'),
      fc.uniqueArray(fen, { minLength: 1, maxLength: 4 }).map((values) => ({ in: values })),
    ),
    fc.tuple(fc.constant('fee-share'), range(millionths) as fc.Arbitrary<TableCell>),
    fc.tuple(fc.constant('reason'), fc.record({ zh: text, en: text })),
  );

  it('is read as it was written, also by a sheet that trims and turns lines into spaces', () => {
    fc.assert(
      fc.property(cells, ([id, cell]) => {
        fc.pre(cellFault(column(id), cell) === undefined);
        const written = cellText(column(id), cell);
        expect(written).toBe(written.trim().replace(/\p{Cc}/gu, ' '));
        expect(readCellText(column(id), written)).toEqual({ ok: true, cell });
      }),
      { numRuns: 1_000 },
    );
  });
});
