export { createVault, type Vault, type VaultOptions } from './server/vault';
export { vaultOf } from './server/services';
export { openVault, type OpenVault } from './server/open-vault';
export { sealedSourcesOf, type SealedSource } from './server/reseal/sealed-source';
export { clearSourcesOf, type ClearRow, type ClearSource, type SealedRow } from './server/clear/clear-source';
export { cancelResealing, destroyKey, listDataKeys, rewrapDataKeys, rotateKey, startResealing } from './server/http';
export {
  unmaskOwnersOf,
  type SensitiveValue,
  type UnmaskOwner,
  type UnmaskReader,
} from './server/unmask/unmask-owners';
export { unmaskField, unmaskingList } from './server/unmask/routes';
export { SealBroken } from './server/suites';
export { FileBroken, type FileIdentity } from './server/files/file-pieces';
export { openFile, sealFile } from './server/files/ring-file';
export { ownBytes, servicePdf, sheetOriginal, textFile, type Admitted } from './server/intake/admitted';
export { rowForLater, type RowForLater } from './server/files/row-for-later';
export { paperBytesMax, receiveFile, type ReceivedFile } from './server/intake/receive-file';
export { makeFileLink, takeFileLink, type FileLink, type LinkedFile, type TakenFile } from './server/links/file-links';
export { auditArchives } from './server/files/audit-archives';
export { createDiskStore } from './server/files/disk-store';
export { FileMissing } from './server/files/file-store';
export type { NewFile, StoredFile } from './server/files/file-vault';
export { createKeyring, withNewKey, type KeyMaterial, type Keyring } from './server/keys/keyring';
export { addRingKey } from './server/keys/keyring-file';
export { suiteOfWord } from './server/keys/keyring-text';
export { loadKeyring } from './server/keys/load-keyring';
export type { BlindKind, FieldKind } from './domain';
export { giveConsent, giveConsents, withdrawConsent, type NewConsents } from './server/consents/give-consents';
export { consentsOf, withdrawnNeeds } from './server/consents/read-consents';
export { retentionOf, type DueQuestion, type DueRow, type Purger } from './server/retention/retention';
export { heldIds } from './server/retention/legal-holds';
export { legalHoldList, retentionEndpoints, retentionRunList } from './server/retention/retention-http';
export {
  extendRequest,
  lockRequest,
  moveRequest,
  receiveRequest,
  stepsOf,
  type NewDataRequest,
} from './server/requests/data-requests';
export { countTerms } from './server/erasure/count-terms';
export { destructionList } from './server/erasure/destruction-list';
export { erasePeople, PEOPLE_TOGETHER, type EndedPerson } from './server/erasure/erase-people';
export { ownTraces } from './server/erasure/own-traces';
export {
  createPersonKeepers,
  personKeepersOf,
  type ErasedPerson,
  type PersonKeeper,
  type PersonKeepers,
} from './server/erasure/person-keepers';
export { copyMade } from './server/requests/build-copy';
export { personalDataOf, type DataSection } from './server/requests/personal-data';
