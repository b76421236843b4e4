export {
  judged,
  nextTransaction,
  uncoveredWrites,
  type OwnTransactions,
  type UncoveredTable,
} from './uncovered-writes';
export { writesOfPlatform } from './writes-of-platform';
