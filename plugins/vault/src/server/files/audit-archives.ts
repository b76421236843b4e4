import { ArchiveBroken, coveredRead, type ArchiveStore } from '@linggong/audit';
import { ownBytes } from '../intake/admitted';
import type { Vault } from '../vault';
import { FileBroken } from './file-pieces';
import { FileMissing } from './file-store';

/** Archives of the audit log (审计归档) as private files of the vault: audit stands below it, and is given this. */
export function auditArchives(vault: () => Pick<Vault, 'putFile' | 'getFile'>): ArchiveStore {
  return {
    put: (db, month, bytes) =>
      vault().putFile(
        db,
        { kind: 'audit-archive', contentType: 'application/x-ndjson', subject: `audit-log:${month}` },
        ownBytes(bytes),
      ),
    open: (fileId) => opened(vault().getFile(fileId, coveredRead('audit-archive.read', ['file']))),
  };
}

async function* opened(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    throw error instanceof FileBroken || error instanceof FileMissing ? new ArchiveBroken() : error;
  }
}
