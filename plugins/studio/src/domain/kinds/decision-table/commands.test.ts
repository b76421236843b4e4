import fc from 'fast-check';
import { duplicateRows, edit, freeRowIds, mayEdit, type TableCommand } from './commands';
import { payments } from './payments.fixture';
import type { DecisionTable, TableCell } from './shape';

const rowIds = fc.constantFrom('large', 'new', 'odd', 'cheap', 'r-1', 'r-2', 'nowhere');
const columnIds = fc.constantFrom('amount', 'class', 'reason', 'decision', 'x-1', 'nowhere');
const place = fc.integer({ min: -1, max: 12 });
const cell = fc.constantFrom<TableCell | undefined>({ above: 5 }, { in: ['a'] }, 'review', undefined);
const column = columnIds.map((id): DecisionTable['columns'][number] => ({
  id,
  role: 'output',
  field: 'x',
  label: { zh: '新', en: 'New' },
  type: 'text',
}));
const wishes = fc.array(fc.record({ row: rowIds, column: columnIds, cell }), { maxLength: 4 });
const row = fc.record({ id: rowIds, cells: fc.constant({ amount: { above: 7 } }) });

const one: fc.Arbitrary<TableCommand> = fc.oneof(
  wishes.map((cells) => ({ do: 'set-cells', cells }) as const),
  fc.record({
    do: fc.constant('set-otherwise' as const),
    column: columnIds,
    value: fc.constantFrom('approve', undefined),
  }),
  fc.record({
    do: fc.constant('set-row' as const),
    row: rowIds,
    facts: fc.constantFrom(
      { off: true },
      { off: false },
      { basis: 'x' },
      { basis: undefined },
      { note: { zh: '注', en: 'n' } },
    ),
  }),
  fc.record({
    do: fc.constant('insert-rows' as const),
    rows: fc.array(fc.record({ at: place, row }), { maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('remove-rows' as const), rows: fc.array(rowIds, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('move-row' as const), row: rowIds, to: place }),
  fc.record({
    do: fc.constant('insert-column' as const),
    at: place,
    column,
    cells: fc.constant([{ row: 'new', column: 'x-1', cell: 'text' }]),
    otherwise: fc.constantFrom('o', undefined),
  }),
  fc.record({ do: fc.constant('remove-column' as const), column: columnIds }),
  fc.tuple(columnIds, column).map(([id, to]) => ({ do: 'change-column', column: id, to }) as const),
  fc.record({ do: fc.constant('move-column' as const), column: columnIds, to: place }),
  fc.record({ do: fc.constant('set-hit-policy' as const), to: fc.constantFrom('first' as const, 'collect' as const) }),
);
const command = fc.oneof(
  one,
  fc.array(one, { maxLength: 4 }).map((commands) => ({ do: 'all', commands }) as const),
);

describe('edits of a table', () => {
  it('are undone whole, and done again, whatever they were', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        let table: DecisionTable = payments;
        const undo: TableCommand[] = [];
        for (const next of commands) {
          const edited = edit(table, next);
          if (edited === undefined) continue;
          done += 1;
          const back = edit(edited.table, edited.undo);
          expect(back?.table).toEqual(table);
          expect(back && edit(back.table, back.undo)?.table).toEqual(edited.table);
          undo.unshift(edited.undo);
          table = edited.table;
        }
        expect(undo.reduce((now, step) => edit(now, step)?.table ?? now, table)).toEqual(payments);
      }),
      { numRuns: 300 },
    );
    expect(done).toBeGreaterThan(100);
  });

  it('leave the table before them as it was', () => {
    const before = JSON.stringify(payments);
    edit(payments, { do: 'remove-rows', rows: ['new'] });
    edit(payments, { do: 'set-cells', cells: [{ row: 'new', column: 'amount' }] });
    expect(JSON.stringify(payments)).toBe(before);
  });

  it('do nothing in part', () => {
    const commands: TableCommand[] = [
      { do: 'remove-rows', rows: ['new'] },
      { do: 'move-row', row: 'new', to: 0 },
    ];
    expect(edit(payments, { do: 'all', commands })).toBeUndefined();
  });

  it('copy rows behind the last of them under free ids', () => {
    const copied = edit(payments, duplicateRows(payments, ['large', 'odd']))?.table;
    expect(copied?.rows.map(({ id }) => id)).toEqual(['large', 'new', 'odd', 'r-1', 'r-2', 'cheap']);
    expect(copied?.rows[3]?.cells).toEqual(payments.rows[0]?.cells);
    expect(copied && freeRowIds(copied, 1)).toEqual(['r-3']);
  });

  it.each<[TableCommand, boolean[]]>([
    [{ do: 'set-cells', cells: [] }, [true, true, true]],
    [{ do: 'set-row', row: 'new', facts: { basis: 'x' } }, [true, true, true]],
    [{ do: 'set-row', row: 'new', facts: { off: true } }, [false, true, true]],
    [{ do: 'move-row', row: 'new', to: 0 }, [false, true, true]],
    [{ do: 'remove-column', column: 'amount' }, [false, false, true]],
    [
      {
        do: 'all',
        commands: [
          { do: 'set-cells', cells: [] },
          { do: 'set-hit-policy', to: 'first' },
        ],
      },
      [false, false, true],
    ],
  ])('%j need a level', (wish, allowed) => {
    expect((['values', 'rows', 'structure'] as const).map((level) => mayEdit(level, wish))).toEqual(allowed);
  });
});
