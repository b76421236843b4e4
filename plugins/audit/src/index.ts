import type { Core } from '@strapi/strapi';
import type { Audit } from './server/audit-service';

export { singleEntriesMax, stateText, type AuditBreak, type AuditEntry } from './domain';
export type { Reading } from './domain/reading';
export type { ReadKind, ReadPurpose } from './domain/sensitive-read';
export { ArchiveBroken, archiveStoreOf, type ArchiveStore, type OpenArchive } from './server/archive/archive-store';
export { createAudit, type Audit } from './server/audit-service';
export { auditEndpoints } from './server/http';
export { auditFiles, type AuditFiles } from './server/audit-files';
export { readRoots } from './server/roots/export-roots';
export { fileSigner, isSignedBy, makeSigningKey, trustedKeys, type RootSigner } from './server/roots/signer';
export { auditList } from './server/search/entry-list';
export { searchEntries, type EntrySearch } from './server/search/search-entries';
export { logWarnings, sealedRows, unsealedSecondsMax, type LogWarning } from './server/log-warnings';
export { coveredRead, recordRead, type SensitiveRead } from './server/reads/record-read';
export { record } from './server/record';
export { objectSteps, type ObjectStep } from './server/timeline/object-steps';
export { readTimeline, replayStory } from './server/timeline/read-timeline';
export { createStories, storiesOf, type Relation, type StoryKind } from './server/timeline/stories';
export { bypassList } from './server/witness/bypass-list';
export { witnessRecords, witnessWarnings, type WitnessWarning } from './server/witness/witness-warnings';
export { cutWarnings, noteWitnessHead } from './server/witness/witness-head';
export { verifyWitness, type WitnessVerification } from './server/witness/verify-witness';
export type { SealHead, Verification, VerifyOptions } from './server/verifying/verify-log';

/** The audit log of the running process. */
export function auditOf(strapi: Core.Strapi): Audit {
  return strapi.plugin('audit').service('audit');
}
