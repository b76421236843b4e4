import { continuityLimits } from '@linggong/config';
import type { Command } from '@linggong/core';
import { spoolOf, type Keeper } from '../keeper';
import type { SealedStore } from '../store/sealed';
import { copyAllFiles, BACK_UP_JOB } from './run-backup';
import { boundSpool, shipWal, type Shipped } from './ship-wal';
import { askSource, type BackupSource } from './source';

/** Told of every server once: asking it anew every few seconds would be a connection every few seconds. */
const sources = new WeakMap<Keeper, BackupSource>();

/**
 * The schedule that makes backups continuous: ships closed segments of the log and new private files, bounds the spool where the store
 * is away, and asks for the first base of a server that has none. Nothing is done where no backup role is configured.
 */
export async function ship(keeper: Keeper, command: Command): Promise<Shipped & { copied: number }> {
  const nothing = { files: 0, bytes: 0, copied: 0 };
  const { settings } = keeper;
  if (settings.backups.url === undefined) return nothing;
  const source = sources.get(keeper) ?? (await askSource(settings.backups.url, settings.dataFolder));
  sources.set(keeper, source);
  const isBased = await hasBackup(keeper, source.system);
  if (!isBased) await askForFirst(keeper, source, command);
  const sealed = await keeper.sealed();
  const shipped = source.method === 'base' ? await shipBounded(keeper, sealed, source.system, command) : nothing;
  // Files are copied whatever the method is: a dump does not hold them either.
  const copied = isBased ? await copyAllFiles(keeper, sealed, source.system, command.at) : 0;
  return { ...shipped, copied };
}

async function shipBounded(keeper: Keeper, sealed: SealedStore, system: string, command: Command): Promise<Shipped> {
  const spool = spoolOf(keeper.settings.dataFolder);
  try {
    return await shipWal(sealed, keeper.db, system, spool, command.at);
  } catch (error) {
    const given = await boundSpool(keeper.db, system, spool, continuityLimits.spoolBytesMax, command.at);
    if (given > 0) await askForBackup(keeper, command);
    throw error;
  }
}

async function hasBackup({ db }: Keeper, system: string): Promise<boolean> {
  const found = await db.maybeOne(
    `SELECT 1 FROM continuity.backups WHERE system = $1 AND state IN ('good', 'running') LIMIT 1`,
    [system],
  );
  return found !== undefined;
}

/** Not in the first minutes: a platform that was just made has nothing to lose and enough to do. */
async function askForFirst(keeper: Keeper, { upSince }: BackupSource, command: Command): Promise<void> {
  const age = command.at.getTime() - upSince.getTime();
  if (age > continuityLimits.firstBackupMinutes * 60_000) await askForBackup(keeper, command);
}

/** At most one open run: asking again finds it. */
async function askForBackup({ db, jobs }: Keeper, command: Command): Promise<void> {
  const failedLately = await db.maybeOne(
    `SELECT 1 FROM continuity.backups WHERE state = 'failed' AND started_at > $1::timestamptz - interval '1 hour' LIMIT 1`,
    [command.at],
  );
  if (failedLately) return;
  await db.transaction((tx) =>
    jobs.enqueue(tx, { queue: 'backups', name: BACK_UP_JOB, payload: null, key: 'schedule' }, command),
  );
}
