import type { Command, Database } from '@linggong/core';
import type { AuditFiles } from '../audit-files';
import { record } from '../record';
import { exportRoots } from './export-roots';
import { signDays } from './sign-days';
import { fileSigner } from './signer';

/** Signs the days that are over and exports what a folder does not have yet. */
export async function signInJob(
  db: Database,
  { signingKeyFile, exportFolders }: AuditFiles,
  command: Command,
): Promise<{ done: number }> {
  const signer = await fileSigner(signingKeyFile);
  const days = await signDays(db, signer);
  if (days.length > 0) {
    await record(
      db,
      command,
      days.map((day) => ({
        action: 'audit-log.sign',
        subject: { kind: 'audit-root', id: day },
        after: { keyId: signer.keyId },
      })),
    );
  }
  for (const folder of exportFolders) await exportRoots(db, folder);
  return { done: days.length };
}
