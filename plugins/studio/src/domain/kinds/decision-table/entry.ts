/** What the server and the console take from decision tables. */
export { conditionColumns, conditionOf } from './cells';
export { conditionsOf } from './classes';
export { columnValues, dayNumber } from './computed';
export { evaluateTable, tableOutcome, type TableOutcome } from './evaluate';
export { holds } from './holds';
export type { TableInput } from './input';
export type { DecisionTable, TableColumn, TableCondition } from './shape';
