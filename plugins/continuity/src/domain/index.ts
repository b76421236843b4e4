export { inParts, isBackedUp, type ClusterFile } from './cluster-files';
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
