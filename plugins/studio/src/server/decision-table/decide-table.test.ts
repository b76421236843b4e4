import fc from 'fast-check';
import {
  evaluateTable,
  type DecisionTable,
  type TableColumn,
  type TableCondition,
  type TableInput,
} from '../../domain';
import { decideTable, evaluateTables } from './decide-table';
import { decideByZen } from './zen-table';

const label = { zh: '列', en: 'Column' };
const choices = ['a', 'b', 'c'].map((value) => ({ value, label }));
const columns: TableColumn[] = [
  { id: 'money', role: 'input', field: 'moneyFen', label, type: 'money' },
  { id: 'paid', role: 'input', field: 'paidFen', label, type: 'money' },
  { id: 'number', role: 'input', field: 'number', label, type: 'number' },
  { id: 'choice', role: 'input', field: 'choice', label, type: 'choice', choices },
  { id: 'flag', role: 'input', field: 'flag', label, type: 'boolean' },
  { id: 'day', role: 'input', field: 'day', label, type: 'day' },
  { id: 'until', role: 'input', field: 'until', label, type: 'day' },
  { id: 'text', role: 'input', field: 'text', label, type: 'text' },
  {
    id: 'sum',
    role: 'computed',
    field: 'sum',
    label,
    type: 'money',
    compute: { of: 'sum', columns: ['money', 'paid'] },
  },
  {
    id: 'left',
    role: 'computed',
    field: 'left',
    label,
    type: 'money',
    compute: { of: 'difference', columns: ['money', 'paid'] },
  },
  {
    id: 'share',
    role: 'computed',
    field: 'share',
    label,
    type: 'number',
    compute: { of: 'share', columns: ['money', 'paid'] },
  },
  {
    id: 'given',
    role: 'computed',
    field: 'given',
    label,
    type: 'number',
    compute: { of: 'count', columns: ['money', 'text'] },
  },
  {
    id: 'days',
    role: 'computed',
    field: 'days',
    label,
    type: 'number',
    compute: { of: 'days-between', columns: ['day', 'until'] },
  },
  { id: 'out', role: 'output', field: 'out', label, type: 'number' },
  { id: 'why', role: 'output', field: 'why', label, type: 'text2' },
];

const fen = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1e12, max: 1e12 }));
const number = fc.oneof(
  fc.constantFrom(0.1, 0.2, 0.3, -0.000001, 1e12, 0.333333),
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map((value) => value / 1_000_000),
);
const day = fc.constantFrom('1999-12-31', '2024-02-28', '2024-02-29', '2024-03-01', '2026-11-27');
/** Texts that would break out of a quoted literal, were they ever one. */
const text = fc.constantFrom('', 'a', 'b"', "c'", '\\', '$ == 1', '张三', '退款-12', 'true');
const inTable = text.filter((value) => value !== '');

const ranged = <T>(edge: fc.Arbitrary<T>): fc.Arbitrary<TableCondition> =>
  fc.oneof(
    fc.record({ from: edge, to: edge }, { requiredKeys: [] }),
    fc.record({ above: edge, below: edge }, { requiredKeys: [] }),
    fc.record({ above: edge, to: edge }),
  ) as fc.Arbitrary<TableCondition>;
const listed = <T extends string | number | boolean>(value: fc.Arbitrary<T>): fc.Arbitrary<TableCondition> =>
  fc.oneof<fc.Arbitrary<TableCondition>[]>(
    value.map((is) => ({ is })),
    fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => ({ in: values })),
    fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => ({ notIn: values })),
  );
const matching = fc.constantFrom<TableCondition>({ matches: '^退款' }, { matches: '[a-c]' }, { matches: '^(a+)+$' });

const ofColumn: Readonly<Record<string, fc.Arbitrary<TableCondition>>> = {
  money: fc.oneof(ranged(fen), listed(fen)),
  number: fc.oneof(ranged(number), listed(number)),
  choice: listed(fc.constantFrom('a', 'b', 'c')),
  flag: listed(fc.boolean()),
  day: fc.oneof(ranged(day), listed(day)),
  text: fc.oneof(listed(inTable), matching),
  sum: ranged(fen),
  left: ranged(fen),
  share: ranged(number),
  given: ranged(fc.integer({ min: 0, max: 2 })),
  days: ranged(fc.integer({ min: -400, max: 400 })),
};

const row = fc.record({
  cells: fc.record(ofColumn, { requiredKeys: [] }),
  off: fc.constantFrom(false, false, true),
});
const tables = fc
  .record({
    hitPolicy: fc.constantFrom('first', 'collect'),
    rows: fc.array(row, { maxLength: 8 }),
    given: fc.boolean(),
  })
  .map(({ hitPolicy, rows, given }): DecisionTable => ({
    hitPolicy: hitPolicy === 'first' ? 'first' : 'collect',
    columns,
    rows: rows.map(({ cells, off }, index) => ({
      id: `r-${index}`,
      off,
      // Half of the cells would leave hardly a row that hits.
      cells: { ...Object.fromEntries(Object.entries(cells).slice(0, (index % 3) + 1)), out: index },
    })),
    otherwise: given ? { out: -1, why: { zh: '其余', en: 'Otherwise' } } : {},
  }));
const missing = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 4 });
const inputs: fc.Arbitrary<TableInput> = fc.record(
  {
    moneyFen: missing(fen),
    paidFen: missing(fen),
    number: missing(fc.oneof(number, fc.double({ min: -10, max: 10, noNaN: true }))),
    choice: missing(fc.constantFrom('a', 'b', 'c')),
    flag: missing(fc.boolean()),
    day: missing(day),
    until: missing(day),
    text: missing(text),
  },
  { requiredKeys: [] },
);

describe('decision tables decided fast (R6.3, R13.1)', () => {
  it('decides as by hand and as zen-engine, whatever the table and what it is asked, for the same reasons', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.array(inputs, { minLength: 1, maxLength: 12 }), async (table, asked) => {
        const byHand = asked.map((input) => evaluateTable(table, input));
        const outcomes = byHand.map(({ outcome }) => outcome);
        expect(await decideTable(table, asked)).toEqual(outcomes);
        expect(await decideByZen(table, asked, 10_000)).toEqual(outcomes);
        // Replays forget the types; what they were asked is the same.
        expect(await evaluateTables(table as never, asked as never)).toEqual(byHand);
      }),
      { numRuns: 300 },
    );
  });

  const table: DecisionTable = {
    hitPolicy: 'first',
    columns,
    rows: [{ id: 'a', cells: { money: { above: 0 }, out: 1 } }],
    otherwise: { out: 0 },
  };

  it('keeps the order of thousands', async () => {
    const asked = Array.from({ length: 3_500 }, (_, index) => ({ moneyFen: index % 2 }));
    const decided = await decideTable(table, asked);
    expect(decided.map(({ answer }) => answer?.['out'])).toEqual(asked.map(({ moneyFen }) => moneyFen));
  });

  it('takes a table without rows, without conditions, and nothing to decide', async () => {
    expect(await decideTable({ ...table, rows: [] }, [{}])).toEqual([{ rows: [], answer: { out: 0 } }]);
    const open = { ...table, columns: columns.slice(-2), rows: [{ id: 'a', cells: { out: 1 } }] };
    expect(await decideTable(open, [{}])).toEqual([{ rows: ['a'], answer: { out: 1 } }]);
    expect(await decideTable(table, [])).toEqual([]);
  });

  it('asks zen-engine about the first inputs of a table, and decides nothing where it says otherwise', async () => {
    const rows = [{ id: 'a', cells: { money: { above: 0 }, out: 1 } }];
    const changing = { ...table, rows };
    // Compiled when it is first asked; a table that changes under its decisions is what the second opinion finds.
    expect(await decideTable(changing, [])).toEqual([]);
    rows[0] = { id: 'b', cells: { money: { above: 5 }, out: 1 } };
    await expect(decideTable(changing, [{ moneyFen: 3 }])).rejects.toMatchObject({ code: 'table-not-decided' });
  });

  it('decides nothing where the time is over, with a plain reason', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => ({
      id: `r-${index}`,
      cells: { number: { above: index } },
    }));
    const asked = Array.from({ length: 50 }, () => ({ number: 0 }));
    await expect(decideTable({ ...table, rows }, asked, 0)).rejects.toMatchObject({
      code: 'table-not-decided',
      status: 503,
    });
  });
});
