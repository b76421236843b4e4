import { settingsFromEnvironment } from '@linggong/config';
import { loadKeyring } from '@linggong/vault';
import { openStore } from '../store/open-store';
import { takeBaseBackup, type BaseBackup, type BaseBackupOrder } from './base-backup';

/** What the process that copies says on its way. */
export type BackupMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly backup: BaseBackup }
  | { readonly kind: 'failed'; readonly words: string };

/** At most a few messages a second. */
const PROGRESS_MS = 300;

/**
 * A base backup in a process of its own: reading, sealing and hashing gigabytes would hold up every request of the platform's
 * process. It takes its order over the channel, and ends with its parent.
 */
async function copy(order: BaseBackupOrder): Promise<BaseBackup> {
  const settings = settingsFromEnvironment(process.env);
  const keyring = await loadKeyring({ text: process.env['LINGGONG_KEYRING'], file: settings.keyringFile });
  const store = await openStore(settings.backups.store);
  let told = 0;
  return takeBaseBackup({ store, keyring }, order, (done, total) => {
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    send({ kind: 'progress', done, total });
  });
}

function send(message: BackupMessage, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

process.on('disconnect', () => process.exit(1));
process.once('message', (order: BaseBackupOrder) => {
  copy(order).then(
    (backup) => send({ kind: 'done', backup }, () => process.exit(0)),
    (error: unknown) =>
      send({ kind: 'failed', words: error instanceof Error ? error.message : String(error) }, () => process.exit(1)),
  );
});
