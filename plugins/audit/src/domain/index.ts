export { singleEntriesMax, type AuditEntry } from './audit-entry';
export { canonicalColumns, canonicalText } from './canonical-entry';
export { checkBlock, sameBytes, type AuditBreak, type BlockToCheck, type BreakKind } from './check-block';
export { reasonOf, stateBytesMax, stateText } from './entry-text';
