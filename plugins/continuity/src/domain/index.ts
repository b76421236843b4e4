export { inParts, isBackedUp, type ClusterFile } from './cluster-files';
export { neededLog, type KeptBase } from './needed-log';
export { keptBackups, type AgedBackup, type KeepRule } from './retention';
export {
  isArchivedFile,
  isBefore,
  isSegment,
  segmentOf,
  segmentsBetween,
  walObjectName,
  walObjectOf,
  type WalObject,
} from './wal-names';
export { backupWarnings, type BackupFacts, type BackupLimits, type BackupWarning } from './backup-health';
export { findingLifecycle, findingStates, type FindingAction, type FindingState } from './finding-lifecycle';
export { evidenceState, outcomeOf, type EvidenceDays, type EvidenceState } from './control-outcome';
export {
  grantFault,
  grantHours,
  toLatest,
  type GrantFault,
  type NamedRestore,
  type RestoreGrant,
} from './restore-grant';
export { releaseOf, type MigrationFile, type ReleaseOrder } from './release-order';
