/** What the server and the console take from decision tables. */
export { conditionColumns, conditionOf, isCondition, isConditionColumn } from './cells';
export { cellText, readCellText, type TypedCell } from './cell-text';
export { conditionsOf } from './classes';
export { duplicateRows, edit, freeRowIds, mayEdit, type CellWish, type EditLevel, type TableCommand } from './commands';
export { tableChanges } from './changes';
export { compileTable, type CompiledTable } from './compile';
export { columnValues, dayNumber } from './computed';
export { evaluateTable, tableOutcome, traceOf, type TableOutcome } from './evaluate';
export { tableFaults } from './faults';
export { tableHints } from './hints';
export { decisionTableKind } from '.';
export { unmetNeeds, type NeededAnswer, type TableNeeds } from './needs';
export { holds } from './holds';
export type { TableInput } from './input';
export {
  computations,
  decisionTable,
  tableColumn,
  type ColumnType,
  type Computation,
  type DecisionTable,
  type TableAnswer,
  type TableCell,
  type TableColumn,
  type TableCondition,
  type TableRow,
} from './shape';
export { cellWords, valueWords } from './words';
