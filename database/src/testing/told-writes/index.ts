export { unauditedTables, type UnauditedTable } from './unaudited-tables';
export {
  firstTold,
  judged,
  nextTransaction,
  uncoveredWrites,
  type OwnTransactions,
  type UncoveredTable,
} from './uncovered-writes';
