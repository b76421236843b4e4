import type { Text2 } from '@linggong/core/domain';
import type { DecisionTable, TableCell, TableColumn, TableCondition, TableRange } from './shape';

/** Columns whose cells are conditions: what code sends, and what is computed of it. */
export const isConditionColumn = (column: TableColumn): boolean => column.role !== 'output';

export const conditionColumns = (table: DecisionTable): TableColumn[] => table.columns.filter(isConditionColumn);
export const answerColumns = (table: DecisionTable): TableColumn[] =>
  table.columns.filter((column) => !isConditionColumn(column));

export function isText2(cell: TableCell): cell is Text2 {
  return typeof cell === 'object' && 'zh' in cell;
}

/** Whether a cell asks something; answers are values or texts in two languages. */
export function isCondition(cell: TableCell): cell is TableCondition {
  return typeof cell === 'object' && !('zh' in cell);
}

export function isRange(condition: TableCondition): condition is TableRange {
  return !('is' in condition) && !('in' in condition) && !('notIn' in condition) && !('matches' in condition);
}

/** The condition in a cell; undefined where it may be anything. */
export function conditionOf(cells: Readonly<Record<string, TableCell>>, columnId: string): TableCondition | undefined {
  const cell = cells[columnId];
  return cell !== undefined && isCondition(cell) ? cell : undefined;
}
