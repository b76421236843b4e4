export { openStore } from './server/store/open-store';
export { ObjectMissing, type BackupStore } from './server/store/backup-store';
export { createDiskStore } from './server/store/disk-store';
export { getSealed, openBytes, PartBroken, readWhole, type SealedStore, type StoredPart } from './server/store/sealed';
export { backupsIn, getManifest, putManifest, readManifests, type Manifest } from './server/backups/manifest';
export { inLanes, takeBaseBackup, type BaseBackup } from './server/backups/base-backup';
export { fileObjectName } from './server/backups/copy-files';
export { dumpProgram, programEnvironment } from './server/backups/dump-programs';
export { endOf } from './server/backups/dump-backup';
export { refuseWithoutRoom } from './server/backups/room';
export { shipWal } from './server/backups/ship-wal';
export { askSource, type BackupSource } from './server/backups/source';
export { proveBackup, type Proof } from './server/proof/prove';
export type { DrillMessage, DrillOrder, DrillReport } from './server/drills/drill-message';
export { keepFindings } from './server/findings/keep-findings';
export {
  emergencyPauseMinutes,
  markEmergency,
  takeEmergencyCode,
  unmarkEmergency,
} from './server/restoring/emergency-mark';
export { giveGrantBack, openGrant, sealGrant, spendGrant } from './server/restoring/sealed-grant';
export { grantFault, releaseOf, toLatest, type GrantFault, type RestoreGrant } from './domain';
