import { record } from '@linggong/audit';
import type { Command } from '@linggong/core';
import { FileBroken } from '@linggong/vault';
import type { JobInHand } from '@linggong/jobs';
import type { Keeper } from '../keeper';
import { ObjectMissing } from '../store/backup-store';
import { PartBroken } from '../store/sealed';
import { getManifest } from './manifest';
import { verifyBackup, WalMissing } from './verify-backup';

export const VERIFY_JOB = 'continuity.verify-backup';

/** Reads one backup back, and writes down whether it is whole. Faults of the network are faults of the job and tried again. */
export async function verifyOne(keeper: Keeper, job: JobInHand, command: Command): Promise<{ verified: boolean }> {
  const { db } = keeper;
  const id = idOf(job.payload);
  const { system, code } = await db.one<{ system: string; code: string }>(
    'SELECT system, code FROM continuity.backups WHERE id = $1',
    [id],
  );
  const sealed = await keeper.sealed();
  const tell = (done: number, total: number): void =>
    void job.progress({ stage: 'read-back', done, total }).catch(() => undefined);
  const verified = await getManifest(sealed, system, code)
    .then((manifest) => verifyBackup(sealed, manifest, tell))
    .then(() => true)
    .catch((error: unknown) => {
      if ([ObjectMissing, PartBroken, FileBroken, WalMissing].some((kind) => error instanceof kind)) return false;
      throw error;
    });
  await db.transaction(async (tx) => {
    await tx.query('UPDATE continuity.backups SET verified = $2, verified_at = $3 WHERE id = $1', [
      id,
      verified,
      command.at,
    ]);
    await record(tx, command, { action: 'backup.verify', subject: { kind: 'backup', id: code }, after: { verified } });
  });
  return { verified };
}

function idOf(payload: unknown): number {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'backupId' in payload &&
    typeof payload.backupId === 'number'
  ) {
    return payload.backupId;
  }
  throw new Error(`${VERIFY_JOB}: the payload names no backup`);
}
