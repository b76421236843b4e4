import { isConditionColumn } from './cells';
import type { DecisionTable, TableAnswer, TableCell, TableColumn, TableRow } from './shape';

/** One cell as it shall be; without a cell it is cleared. */
export interface CellWish {
  readonly row: string;
  readonly column: string;
  readonly cell?: TableCell | undefined;
}

export type RowFacts = Pick<TableRow, 'note' | 'basis' | 'off'>;

/** What a removed column held, so that it can be put back. */
export interface ColumnCells {
  readonly cells: readonly CellWish[];
  readonly otherwise?: TableAnswer | undefined;
}

/** What an editor does to a table (编辑). Each has an inverse that is one of them too, and rows and columns are meant by their ids. */
export type TableCommand =
  | { readonly do: 'set-cells'; readonly cells: readonly CellWish[] }
  | { readonly do: 'set-otherwise'; readonly column: string; readonly value?: TableAnswer | undefined }
  | { readonly do: 'set-row'; readonly row: string; readonly facts: RowFacts }
  | { readonly do: 'insert-rows'; readonly rows: readonly { readonly at: number; readonly row: TableRow }[] }
  | { readonly do: 'remove-rows'; readonly rows: readonly string[] }
  | { readonly do: 'move-row'; readonly row: string; readonly to: number }
  | ({ readonly do: 'insert-column'; readonly at: number; readonly column: TableColumn } & ColumnCells)
  | { readonly do: 'remove-column'; readonly column: string }
  | { readonly do: 'change-column'; readonly column: string; readonly to: TableColumn }
  | { readonly do: 'move-column'; readonly column: string; readonly to: number }
  | { readonly do: 'set-hit-policy'; readonly to: DecisionTable['hitPolicy'] }
  | { readonly do: 'all'; readonly commands: readonly TableCommand[] };

/** What an editor may do: only values in cells; rows too; or columns as well. */
export const editLevels = ['values', 'rows', 'structure'] as const;
export type EditLevel = (typeof editLevels)[number];

const levels: Readonly<Record<TableCommand['do'], EditLevel>> = {
  'set-cells': 'values',
  'set-otherwise': 'values',
  'set-row': 'values',
  'insert-rows': 'rows',
  'remove-rows': 'rows',
  'move-row': 'rows',
  'insert-column': 'structure',
  'remove-column': 'structure',
  'change-column': 'structure',
  'move-column': 'structure',
  'set-hit-policy': 'structure',
  all: 'values',
};

/** Whether a level allows a command, and each part of it. Switching a row on or off is of the rows. */
export function mayEdit(level: EditLevel, command: TableCommand): boolean {
  if (command.do === 'all') return command.commands.every((part) => mayEdit(level, part));
  const needed = command.do === 'set-row' && 'off' in command.facts ? 'rows' : levels[command.do];
  return editLevels.indexOf(level) >= editLevels.indexOf(needed);
}

export interface Edited {
  readonly table: DecisionTable;
  readonly undo: TableCommand;
}

/** Does a command; undefined where it names a row or column that is not there, or one that is there already. */
export function edit(table: DecisionTable, command: TableCommand): Edited | undefined {
  switch (command.do) {
    case 'set-cells':
      return setCells(table, command.cells);
    case 'set-otherwise':
      return setOtherwise(table, command.column, command.value);
    case 'set-row':
      return setRow(table, command.row, command.facts);
    case 'insert-rows':
      return insertRows(table, command.rows);
    case 'remove-rows':
      return removeRows(table, command.rows);
    case 'move-row':
      return moveRow(table, command.row, command.to);
    case 'insert-column':
      return insertColumn(table, command.at, command.column, command);
    case 'remove-column':
      return removeColumn(table, command.column);
    case 'change-column':
      return changeColumn(table, command.column, command.to);
    case 'move-column':
      return moveColumn(table, command.column, command.to);
    case 'set-hit-policy':
      return { table: { ...table, hitPolicy: command.to }, undo: { do: 'set-hit-policy', to: table.hitPolicy } };
    case 'all':
      return editAll(table, command.commands);
  }
}

function editAll(table: DecisionTable, commands: readonly TableCommand[]): Edited | undefined {
  const undo: TableCommand[] = [];
  let now = table;
  for (const command of commands) {
    const edited = edit(now, command);
    if (edited === undefined) return undefined;
    now = edited.table;
    undo.unshift(edited.undo);
  }
  return { table: now, undo: { do: 'all', commands: undo } };
}

/** A record with one name set, or without it. */
function withValue<T>(record: Readonly<Record<string, T>>, name: string, value: T | undefined): Record<string, T> {
  const { [name]: _old, ...others } = record;
  return value === undefined ? others : { ...others, [name]: value };
}

function setCells(table: DecisionTable, wishes: readonly CellWish[]): Edited | undefined {
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  const columns = new Set(table.columns.map(({ id }) => id));
  const undo: CellWish[] = [];
  for (const { row: id, column, cell } of wishes) {
    const row = rows.get(id);
    if (row === undefined || !columns.has(column)) return undefined;
    undo.unshift({ row: id, column, cell: row.cells[column] });
    rows.set(id, { ...row, cells: withValue(row.cells, column, cell) });
  }
  return {
    table: { ...table, rows: table.rows.map((row) => rows.get(row.id) ?? row) },
    undo: { do: 'set-cells', cells: undo },
  };
}

function setOtherwise(table: DecisionTable, column: string, value: TableAnswer | undefined): Edited | undefined {
  if (!table.columns.some((one) => one.id === column && !isConditionColumn(one))) return undefined;
  return {
    table: { ...table, otherwise: withValue(table.otherwise, column, value) },
    undo: { do: 'set-otherwise', column, value: table.otherwise[column] },
  };
}

function setRow(table: DecisionTable, id: string, facts: RowFacts): Edited | undefined {
  const old = table.rows.find((row) => row.id === id);
  if (old === undefined) return undefined;
  const { note, basis, off, ...rest } = { ...old, ...facts };
  const row: TableRow = {
    ...rest,
    ...(note !== undefined && { note }),
    ...(basis !== undefined && { basis }),
    ...(off === true && { off }),
  };
  const was = Object.fromEntries(Object.keys(facts).map((name) => [name, old[name as keyof RowFacts]]));
  return {
    table: { ...table, rows: table.rows.map((one) => (one === old ? row : one)) },
    undo: { do: 'set-row', row: id, facts: was },
  };
}

/** Rows by the place that they have afterwards, in rising order. */
function insertRows(table: DecisionTable, wishes: readonly { at: number; row: TableRow }[]): Edited | undefined {
  const rows = [...table.rows];
  const ids = new Set(rows.map(({ id }) => id));
  for (const { at, row } of wishes) {
    if (ids.has(row.id) || at < 0 || at > rows.length) return undefined;
    ids.add(row.id);
    rows.splice(at, 0, row);
  }
  return { table: { ...table, rows }, undo: { do: 'remove-rows', rows: wishes.map(({ row }) => row.id) } };
}

function removeRows(table: DecisionTable, ids: readonly string[]): Edited | undefined {
  const gone = new Set(ids);
  const removed = table.rows.flatMap((row, at) => (gone.has(row.id) ? [{ at, row }] : []));
  if (removed.length < gone.size) return undefined;
  return {
    table: { ...table, rows: table.rows.filter(({ id }) => !gone.has(id)) },
    undo: { do: 'insert-rows', rows: removed },
  };
}

/** A list with the one at a place moved to another; undefined where there is no such place. */
function moved<T>(list: readonly T[], from: number, to: number): T[] | undefined {
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length) return undefined;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), one, ...others.slice(to)];
}

function moveRow(table: DecisionTable, id: string, to: number): Edited | undefined {
  const from = table.rows.findIndex((row) => row.id === id);
  const rows = moved(table.rows, from, to);
  return rows && { table: { ...table, rows }, undo: { do: 'move-row', row: id, to: from } };
}

function insertColumn(table: DecisionTable, at: number, column: TableColumn, held: ColumnCells): Edited | undefined {
  if (at < 0 || at > table.columns.length || table.columns.some(({ id }) => id === column.id)) return undefined;
  const columns = [...table.columns.slice(0, at), column, ...table.columns.slice(at)];
  const filled = setCells({ ...table, columns }, held.cells);
  if (filled === undefined) return undefined;
  const otherwise = withValue(table.otherwise, column.id, held.otherwise);
  return { table: { ...filled.table, otherwise }, undo: { do: 'remove-column', column: column.id } };
}

function removeColumn(table: DecisionTable, id: string): Edited | undefined {
  const at = table.columns.findIndex((column) => column.id === id);
  const column = table.columns[at];
  if (column === undefined) return undefined;
  const held = table.rows.flatMap(({ id: row, cells }) => {
    const cell = cells[id];
    return cell === undefined ? [] : [{ row, column: id, cell }];
  });
  const rows = table.rows.map((row) => ({ ...row, cells: withValue<TableCell>(row.cells, id, undefined) }));
  return {
    table: {
      ...table,
      columns: table.columns.filter((one) => one !== column),
      rows,
      otherwise: withValue<TableAnswer>(table.otherwise, id, undefined),
    },
    undo: { do: 'insert-column', at, column, cells: held, otherwise: table.otherwise[id] },
  };
}

/** Everything about a column but its id, which its cells stand under. */
function changeColumn(table: DecisionTable, id: string, to: TableColumn): Edited | undefined {
  const old = table.columns.find((column) => column.id === id);
  if (old === undefined || to.id !== id) return undefined;
  return {
    table: { ...table, columns: table.columns.map((column) => (column === old ? to : column)) },
    undo: { do: 'change-column', column: id, to: old },
  };
}

function moveColumn(table: DecisionTable, id: string, to: number): Edited | undefined {
  const from = table.columns.findIndex((column) => column.id === id);
  const columns = moved(table.columns, from, to);
  return columns && { table: { ...table, columns }, undo: { do: 'move-column', column: id, to: from } };
}

/** An id that no row has yet: `r-12`. */
export function freeRowIds(table: DecisionTable, count: number): string[] {
  const taken = table.rows.flatMap(({ id }) => /^r-(\d{1,9})$/.exec(id)?.[1] ?? []);
  const last = Math.max(0, ...taken.map(Number));
  return Array.from({ length: count }, (_, index) => `r-${last + index + 1}`);
}

/** Copies of rows, put after the last of them. */
export function duplicateRows(table: DecisionTable, ids: readonly string[]): TableCommand {
  const places = table.rows.flatMap(({ id }, index) => (ids.includes(id) ? [index] : []));
  const at = (places.at(-1) ?? -1) + 1;
  const names = freeRowIds(table, places.length);
  return {
    do: 'insert-rows',
    rows: places.flatMap((place, index) => {
      const [row, id] = [table.rows[place], names[index]];
      return row === undefined || id === undefined ? [] : [{ at: at + index, row: { ...row, id } }];
    }),
  };
}
