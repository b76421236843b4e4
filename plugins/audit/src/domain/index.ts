export { auditOutcomes, singleEntriesMax, type AuditEntry, type AuditOutcome } from './audit-entry';
export { canonicalColumns, canonicalFields, canonicalText, type EntryText } from './canonical-entry';
export { checkBlock, sameBytes, type AuditBreak, type BlockToCheck, type BreakKind } from './check-block';
export { noRootBefore, rootOfText, signedText, type DayRoot } from './day-root';
export { merkleTree, type MerkleTree } from './merkle';
export { reasonOf, stateBytesMax, stateText } from './entry-text';
export type { Reading } from './reading';
export { readKinds, readPurposes, type ReadKind, type ReadPurpose } from './sensitive-read';
export * from './witness';
