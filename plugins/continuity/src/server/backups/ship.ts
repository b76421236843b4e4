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
  // Before anything that may fail or take long: the server never waits for the store, and its disk must not fill.
  await keepBound(keeper, source, command);
  const sealed = await keeper.sealed();
  const isBased = await hasBackup(keeper, sealed, source);
  if (!isBased) await askForFirst(keeper, source, command);
  const shipped =
    source.method === 'base'
      ? await shipWal(sealed, keeper.db, source.system, spoolOf(settings.dataFolder), command.at)
      : nothing;
  // Files are copied whatever the method is: a dump does not hold them either.
  const copied = isBased ? await copyAllFiles(keeper, sealed, source.system, command.at) : 0;
  return { ...shipped, copied };
}

async function keepBound(keeper: Keeper, { method, system }: BackupSource, command: Command): Promise<void> {
  if (method !== 'base') return;
  const spool = spoolOf(keeper.settings.dataFolder);
  const given = await boundSpool(keeper.db, system, spool, continuityLimits.spoolBytesMax, command.at);
  if (given > 0) await askForBackup(keeper, command);
}

/**
 * A good backup in this very store, or one that is being made. A base of another timeline does not count: after a restore the way
 * from it to now leads over a fork, and a new one is due.
 */
async function hasBackup({ db }: Keeper, { store }: SealedStore, source: BackupSource): Promise<boolean> {
  const found = await db.maybeOne(
    `SELECT 1 FROM continuity.backups
      WHERE system = $1 AND store = $2 AND place = $3
        AND (state = 'running' OR (state = 'good' AND ($4::text IS NULL OR left(first_wal, 8) = $4))) LIMIT 1`,
    [source.system, store.kind, store.place, source.method === 'base' ? timelineName(source.timeline) : null],
  );
  return found !== undefined;
}

/** As the names of its segments begin. */
function timelineName(timeline: number): string {
  return timeline.toString(16).toUpperCase().padStart(8, '0');
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
