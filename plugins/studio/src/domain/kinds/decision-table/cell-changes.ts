import type { Text2 } from '@linggong/core/domain';
import type { Change, Json } from '../../kind';
import { canonical } from './canonical';
import { changeLine, placeWords } from './change-line';
import type { DecisionTable, TableCell, TableColumn } from './shape';
import { cellWords, listWords } from './words';

export interface CellsOf {
  readonly table: DecisionTable;
  readonly cells: Readonly<Record<string, TableCell>>;
}

/** Cells of one row that changed, by column. What stood in a column that was removed is told with the column. */
export function cellChanges(before: CellsOf, after: CellsOf, where: Text2): Change[] {
  return after.table.columns.flatMap((column) => {
    const was = before.table.columns.find(({ id }) => id === column.id);
    const [left, right] = [before.cells[column.id], after.cells[column.id]];
    if (same(left, right)) return [];
    const place = placeWords(where, column.label);
    return longLists(left, right)
      ? listChange(place, column, left, right)
      : changeLine(place, told(was ?? column, left), told(column, right));
  });
}

/** A condition column always asks something, if only for anything; an answer may be absent. */
function told(column: TableColumn, cell: TableCell | undefined): Text2 | undefined {
  return cell === undefined && column.role === 'output' ? undefined : cellWords(column, cell);
}

/** Cells are JSON made by the same shape, so their texts tell whether they are one. */
function same(left: TableCell | undefined, right: TableCell | undefined): boolean {
  return left === right || canonical(left) === canonical(right);
}

const listOf = (cell: TableCell | undefined): { kind: string; values: readonly Json[] } | undefined => {
  if (typeof cell !== 'object') return undefined;
  if ('in' in cell) return { kind: 'in', values: cell.in };
  return 'notIn' in cell ? { kind: 'notIn', values: cell.notIn } : undefined;
};

/** Nobody finds the one name that was added to a list of a hundred. */
function longLists(left: TableCell | undefined, right: TableCell | undefined): boolean {
  const [before, after] = [listOf(left), listOf(right)];
  return before !== undefined && before.kind === after?.kind && Math.max(before.values.length, after.values.length) > 5;
}

function listChange(where: Text2, column: TableColumn, left?: TableCell, right?: TableCell): Change[] {
  const [before, after] = [listOf(left)?.values ?? [], listOf(right)?.values ?? []];
  const words = (values: readonly Json[], zh: string, en: string): Text2 | undefined => {
    if (values.length === 0) return undefined;
    const list = listWords(column, values);
    return { zh: `${zh} ${list.zh}`, en: `${en} ${list.en}` };
  };
  const removed = words(
    before.filter((value) => !after.includes(value)),
    '去掉',
    'without',
  );
  const added = words(
    after.filter((value) => !before.includes(value)),
    '增加',
    'with',
  );
  const line = { change: 'changed' as const, where };
  if (removed === undefined && added === undefined)
    return [{ ...line, after: { zh: '列表次序不同', en: 'the list in another order' } }];
  return [{ ...line, ...(removed && { before: removed }), ...(added && { after: added }) }];
}
