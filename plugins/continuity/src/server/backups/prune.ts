import type { Queryable } from '@linggong/core';
import { keptBackups, neededLog, walObjectOf, type KeepRule } from '../../domain';
import type { SealedStore } from '../store/sealed';
import { keepBackup } from './backup-rows';
import { backupFolder, backupsIn, readManifests, type Manifest } from './manifest';

/** What lies without a manifest belongs to a backup that runs, or to one that broke off; none runs for two days. */
const UNFINISHED_MS = 2 * 86_400_000;

export interface Pruned {
  /** Codes of the backups that were taken out. */
  readonly removed: readonly string[];
  /** Codes of backups whose manifest does not open. */
  readonly unreadable: readonly string[];
  readonly wal: number;
}

/**
 * Retention (保留): takes out the backups that the rule does not keep, then the log that no kept base needs. What is there is asked
 * of the store, not of the table: after a restore to an earlier instant the table does not know the newer backups. A manifest that
 * does not open is left alone by name, and while there is one no log is taken out: nobody knows what it needs.
 */
export async function pruneBackups(
  sealed: SealedStore,
  db: Queryable,
  system: string,
  rule: KeepRule,
  at: Date,
): Promise<Pruned> {
  const { manifests, unreadable } = await readManifests(sealed, await backupsIn(sealed, system));
  const kept = keptBackups(
    manifests.map(({ code, finishedAt }) => ({ code, finishedAt: new Date(finishedAt) })),
    rule,
    at,
  );
  const removed: string[] = [];
  for (const { code } of manifests.filter((one) => !kept.has(one.code))) {
    await removeBackup(sealed, system, code);
    await db.query(
      `UPDATE continuity.backups SET state = 'removed', removed_at = $2 WHERE code = $1 AND state = 'good'`,
      [code, at],
    );
    removed.push(code);
  }
  const staying = manifests.filter(({ code }) => kept.has(code));
  await adoptUnknown(db, sealed, staying);
  await removeUnfinished(sealed, system, new Set([...manifests.map(({ code }) => code), ...unreadable]), at);
  const since = new Date(at.getTime() - rule.daily * 86_400_000);
  const wal = unreadable.length === 0 ? await pruneWal(sealed, system, staying, since) : 0;
  return { removed, unreadable, wal };
}

/** Backups that only the store knows: the table stands as it was restored, at an instant before they were made. */
async function adoptUnknown(db: Queryable, { store }: SealedStore, manifests: readonly Manifest[]): Promise<void> {
  const known = await db.query<{ code: string }>('SELECT code FROM continuity.backups');
  const codes = new Set(known.map(({ code }) => code));
  for (const manifest of manifests) if (!codes.has(manifest.code)) await keepBackup(db, manifest, store);
}

/** The manifest first: a removal that breaks off leaves parts, never a backup that looks whole. */
export async function removeBackup({ store }: Pick<SealedStore, 'store'>, system: string, code: string): Promise<void> {
  const folder = backupFolder(system, code);
  await store.remove(`${folder}/manifest`);
  const names: string[] = [];
  for await (const { name } of store.list(`${folder}/`, true)) names.push(name);
  for (const name of names) await store.remove(name);
}

async function removeUnfinished(
  { store }: SealedStore,
  system: string,
  finished: ReadonlySet<string>,
  at: Date,
): Promise<void> {
  const old: string[] = [];
  for await (const object of store.list(`${system}/backups/`, true)) {
    const code = object.name.split('/')[2] ?? '';
    if (!finished.has(code) && at.getTime() - object.at.getTime() > UNFINISHED_MS) old.push(object.name);
  }
  for (const name of old) await store.remove(name);
}

async function pruneWal(
  { store }: SealedStore,
  system: string,
  kept: readonly Manifest[],
  since: Date,
): Promise<number> {
  const bases = kept.flatMap(({ wal, finishedAt }) => (wal ? [{ ...wal, finishedAt: new Date(finishedAt) }] : []));
  const isNeeded = neededLog(bases, since);
  const unneeded: string[] = [];
  for await (const { name } of store.list(`${system}/wal/`)) {
    const file = walObjectOf(name)?.file;
    if (file !== undefined && !isNeeded(file)) unneeded.push(name);
  }
  for (const name of unneeded) await store.remove(name);
  return unneeded.length;
}
