import { chmod, chown, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { SystemAccount } from './system-account';

export interface ArchiveOptions {
  /** A segment is closed after so many seconds at the latest, where anything was written. */
  readonly walSeconds: number;
}

/**
 * The spool of the write-ahead log (WAL 暂存): the server's account writes, our own process reads and takes away. Closed to
 * everybody else, since the log holds every row.
 */
export async function prepareSpool(dataFolder: string, account: SystemAccount | undefined): Promise<string> {
  const spool = path.join(dataFolder, 'wal-spool');
  await mkdir(spool, { recursive: true, mode: 0o700 });
  await chmod(spool, 0o700);
  if (account) await chown(spool, account.uid, account.gid);
  return spool;
}

/**
 * PostgreSQL's own basic_archive: it writes under another name, syncs, renames and syncs the folder, in the archiver's process, and
 * takes a segment that is there already for done. No shell, no program that could be missing.
 */
export function archiveSettings(spool: string, { walSeconds }: ArchiveOptions): Record<string, string> {
  return {
    archive_mode: 'on',
    archive_library: 'basic_archive',
    'basic_archive.archive_directory': spool,
    archive_timeout: String(walSeconds),
  };
}
