import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BaseBackup, BaseBackupOrder } from './base-backup';
import type { BackupMessage } from './backup-process';

/** Streams only: a heap of this size is far more than a backup needs. */
const HEAP_MB = 192;

/** The compiled entry, also where the sources run (tests). */
function entry(): string {
  const beside = path.join(__dirname, 'backup-process.js');
  return existsSync(beside) ? beside : path.resolve(__dirname, '../../../dist/server/backups/backup-process.js');
}

/**
 * Takes a base backup in a process of its own.
 * @throws Error with what went wrong there
 */
export function takeBaseBackupApart(
  order: BaseBackupOrder,
  env: Readonly<Record<string, string | undefined>>,
  progress: (done: number, total: number) => void,
): Promise<BaseBackup> {
  const child = fork(entry(), [], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
  });
  return new Promise((resolve, reject) => {
    let words = 'the backup process ended without a word';
    child.on('message', (message: BackupMessage) => {
      if (message.kind === 'progress') progress(message.done, message.total);
      else if (message.kind === 'done') resolve(message.backup);
      else words = message.words;
    });
    child.once('error', reject);
    // After `done` this rejects a promise that is settled already, which does nothing.
    child.once('exit', () => reject(new Error(words)));
    child.send(order);
  });
}
