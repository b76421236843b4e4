export {
  judged,
  nextTransaction,
  uncoveredWrites,
  type OwnTransactions,
  type UncoveredTable,
} from './uncovered-writes';
export { untoldStates, type UntoldState } from './untold-states';
export { writesOfPlatform } from './writes-of-platform';
