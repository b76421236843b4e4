import fc from 'fast-check';
import { evaluateTable } from './evaluate';
import { tableHints } from './hints';
import { payments } from './payments.fixture';
import type { DecisionTable, TableColumn, TableCondition } from './shape';

const label = (name: string) => ({ zh: name, en: name });
const choices = ['a', 'b', 'c'].map((value) => ({ value, label: label(value) }));
const columns: TableColumn[] = [
  { id: 'money', role: 'input', field: 'money', label: label('M'), type: 'money', required: true },
  { id: 'number', role: 'input', field: 'number', label: label('N'), type: 'number' },
  { id: 'choice', role: 'input', field: 'choice', label: label('C'), type: 'choice', choices },
  { id: 'flag', role: 'input', field: 'flag', label: label('F'), type: 'boolean', required: true },
  { id: 'day', role: 'input', field: 'day', label: label('D'), type: 'day', required: true },
  { id: 'text', role: 'input', field: 'text', label: label('T'), type: 'text' },
  { id: 'out', role: 'output', field: 'out', label: label('O'), type: 'number' },
];

/** A value of each class that conditions over these small numbers can tell apart. */
const samples: Readonly<Record<string, readonly (string | number | boolean | undefined)[]>> = {
  money: [-1, 0, 1, 2, 3, 4, 5, 6, 7],
  number: [undefined, -1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5],
  choice: [undefined, 'a', 'b', 'c'],
  flag: [true, false],
  day: ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-06', '2026-01-07'],
  text: [undefined, 'x', 'y', 'z'],
};

function every(names: readonly string[]): Record<string, string | number | boolean | undefined>[] {
  const [name, ...others] = names;
  if (name === undefined) return [{}];
  return every(others).flatMap((rest) => (samples[name] ?? []).map((value) => ({ ...rest, [name]: value })));
}

const small = fc.integer({ min: 0, max: 3 });
function ranges<T>(edge: fc.Arbitrary<T>, step: (value: T, by: number) => T): fc.Arbitrary<TableCondition> {
  return fc
    .record({ low: edge, by: fc.integer({ min: 2, max: 3 }), kind: fc.integer({ min: 0, max: 5 }) })
    .map(({ low, by, kind }) => {
      const high = step(low, by);
      const forms = [
        { from: low },
        { above: low },
        { to: low },
        { below: low },
        { from: low, to: high },
        { above: low, below: high },
      ];
      return forms[kind] as TableCondition;
    });
}
const lists = <T extends string | number>(values: fc.Arbitrary<T>): fc.Arbitrary<TableCondition> =>
  fc
    .uniqueArray(values, { minLength: 1, maxLength: 3 })
    .chain((listed) => fc.constantFrom<TableCondition>({ in: listed }, { notIn: listed }, { is: listed[0] as T }));
const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03');
const dayPlus = (value: string, by: number) => `2026-01-0${Number(value.slice(-1)) + by}`;
const conditions: Readonly<Record<string, fc.Arbitrary<TableCondition>>> = {
  money: fc.oneof(
    ranges(small, (value, by) => value + by),
    lists(small),
  ),
  number: fc.oneof(
    ranges(small, (value, by) => value + by),
    lists(small),
  ),
  choice: lists(fc.constantFrom('a', 'b', 'c')),
  flag: fc.boolean().map((is) => ({ is })),
  day: ranges(day, dayPlus),
  text: lists(fc.constantFrom('x', 'y')),
};

/** Tables over two or three columns: more would only be slower to try in full. */
const tables = fc
  .record({
    used: fc.uniqueArray(fc.constantFrom(...Object.keys(conditions)), { minLength: 1, maxLength: 3 }),
    hitPolicy: fc.constantFrom<DecisionTable['hitPolicy']>('first', 'first', 'collect'),
  })
  .chain(({ used, hitPolicy }) => {
    const cells = fc.record(Object.fromEntries(used.map((name) => [name, conditions[name] ?? fc.constant({})])), {
      requiredKeys: [],
    });
    return fc
      .array(fc.record({ cells, off: fc.constantFrom(false, false, false, true) }), { minLength: 1, maxLength: 6 })
      .map((rows) => ({
        used,
        table: {
          hitPolicy,
          columns: columns.filter(({ id, role }) => used.includes(id) || role === 'output'),
          rows: rows.map((row, index) => ({ ...row, id: `r-${index}` })),
          otherwise: {},
        } as DecisionTable,
      }));
  });

describe('what is worth a look in a table (R13.1)', () => {
  it('tells exactly the rows that never hit, and whether something is covered by none', () => {
    fc.assert(
      fc.property(tables, ({ used, table }) => {
        const outcomes = every(used).map((input) => evaluateTable(table, input).outcome.rows);
        const hit = new Set(outcomes.flat());
        const never = table.rows.flatMap(({ id, off }, index) => (off || hit.has(id) ? [] : [`rows.${index}`]));
        const hints = tableHints(table);
        const told = hints.filter(
          ({ path, code }) => path.startsWith('rows.') && (table.hitPolicy === 'first' || code === 'row-empty'),
        );
        expect(told.map(({ path }) => path)).toEqual(never);
        const gap = outcomes.some((rows) => rows.length === 0) && table.rows.some(({ off }) => !off);
        expect(hints.some(({ code }) => code === 'gap')).toBe(gap);
      }),
      { numRuns: 400 },
    );
  });

  const told = (rows: DecisionTable['rows'], change: Partial<DecisionTable> = {}) =>
    tableHints({ ...payments, ...change, rows })
      .filter(({ code }) => code !== 'column-unused')
      .map(({ path, code, text }) => `${path} ${code} ${text.zh}`);
  const row = (id: string, cells: DecisionTable['rows'][number]['cells']) => ({ id, cells });

  it('names the row that covers another', () => {
    expect(
      told([
        row('a', { amount: { above: 100 } }),
        row('b', { amount: { from: 500, to: 900 }, class: { is: 'a' } }),
        row('c', {}),
      ]),
    ).toEqual(['rows.1 row-covered 第 2 行永远不会命中：它的情形已被第 1 行包含，请调整次序或条件']);
  });

  it('sees that rows together leave nothing', () => {
    const rows = [
      row('a', { amount: { below: 500 } }),
      row('b', { amount: { from: 500 } }),
      row('c', { class: { is: 'a' } }),
    ];
    expect(told(rows)).toEqual([
      'rows.2 row-covered 第 3 行永远不会命中：它的情形已被前面各行合起来包含，请调整次序或条件',
    ]);
  });

  it('compares patterns as they are written', () => {
    const rows = [
      row('a', { remark: { matches: '^a' } }),
      row('b', { remark: { matches: '^ab' } }),
      row('c', { remark: { matches: '^a' }, amount: { above: 1 } }),
      row('d', { remark: { in: ['abc', 'axe'] } }),
      row('e', {}),
    ];
    expect(told(rows).map((line) => line.slice(0, 18))).toEqual(['rows.2 row-covered', 'rows.3 row-covered']);
  });

  it('tells rows alike also where all hits are collected, and gives an example of a gap', () => {
    const rows = [
      row('a', { class: { is: 'a' }, amount: { above: 100 } }),
      row('b', { amount: { above: 100 }, class: { in: ['a'] } }),
    ];
    expect(told(rows, { hitPolicy: 'collect' })).toEqual([
      'rows.1 row-alike 第 2 行的条件与第 1 行相同',
      'otherwise gap 有情形不命中任何行，将按“其余”处理，例如：单笔金额 不超过 1.00',
    ]);
  });

  it('gives up on a table that would take too long, and says from where', () => {
    const rows = Array.from({ length: 400 }, (_, index) =>
      row(`r-${index}`, {
        amount: { from: index * 7, to: index * 7 + 900 },
        fee: { from: index * 3, to: index * 3 + 700 },
        'fee-share': { above: index % 13 },
        since: { from: `2026-01-${String((index % 27) + 1).padStart(2, '0')}` },
      }),
    );
    expect(told(rows).some((line) => line.startsWith('rows rows-not-compared'))).toBe(true);
  });

  it('takes 2,000 rows of keys', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) =>
      row(`r-${index}`, { remark: { is: `k-${index}` }, amount: { above: index } }),
    );
    expect(told([...rows, row('again', { remark: { is: 'k-7' }, amount: { above: 100 } })])).toEqual([
      expect.stringContaining('rows.2000 row-covered'),
    ]);
  });
});
