export { MessageCutter } from './cut-message';
export { enrolmentRow, enrolmentTable, isTimely, type EnrolmentRow } from './enrolment-row';
export { foldTransactions, type Committed, type FoldOutput, type TransactionFold } from './fold-transactions';
export { instantOf, lsnOf, lsnText } from './lsn';
export { parseMessage, type Relation, type Tuple } from './pgoutput';
export { verdictOn, type SeenSession, type UserSource } from './verdict';
export { reviewWatch, type PendingThing, type WatchedThing, type WatchEvent } from './watch-faults';
export { chainBegin, changeDigest, changeText, recordDigest, type ChangeText, type RecordText } from './witness-chain';
