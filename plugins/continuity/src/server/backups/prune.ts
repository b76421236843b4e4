import type { Queryable } from '@linggong/core';
import { isBefore, keptBackups, walObjectOf, type KeepRule } from '../../domain';
import type { SealedStore } from '../store/sealed';
import { keepBackup } from './backup-rows';
import { backupFolder, backupsIn, getManifest, type Manifest } from './manifest';

/** What lies without a manifest belongs to a backup that runs, or to one that broke off; none runs for two days. */
const UNFINISHED_MS = 2 * 86_400_000;

export interface Pruned {
  /** Codes of the backups that were taken out. */
  readonly removed: readonly string[];
  readonly wal: number;
}

/**
 * Retention (保留): takes out the backups that the rule does not keep, then the log that no kept base needs. What is there is asked
 * of the store, not of the table: after a restore to an earlier instant the table does not know the newer backups.
 */
export async function pruneBackups(
  sealed: SealedStore,
  db: Queryable,
  system: string,
  rule: KeepRule,
  at: Date,
): Promise<Pruned> {
  const manifests = await manifestsOf(sealed, system);
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
  await adoptUnknown(
    db,
    sealed,
    manifests.filter(({ code }) => kept.has(code)),
  );
  await removeUnfinished(sealed, system, new Set(manifests.map(({ code }) => code)), at);
  return {
    removed,
    wal: await pruneWal(
      sealed,
      system,
      manifests.filter(({ code }) => kept.has(code)),
    ),
  };
}

/** Backups that only the store knows: the table stands as it was restored, at an instant before they were made. */
async function adoptUnknown(db: Queryable, { store }: SealedStore, manifests: readonly Manifest[]): Promise<void> {
  const known = await db.query<{ code: string }>('SELECT code FROM continuity.backups');
  const codes = new Set(known.map(({ code }) => code));
  for (const manifest of manifests) if (!codes.has(manifest.code)) await keepBackup(db, manifest, store);
}

async function manifestsOf(sealed: SealedStore, system: string): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const { code } of await backupsIn(sealed, system)) manifests.push(await getManifest(sealed, system, code));
  return manifests;
}

/** The manifest first: a removal that breaks off leaves parts, never a backup that looks whole. */
export async function removeBackup({ store }: Pick<SealedStore, 'store'>, system: string, code: string): Promise<void> {
  const folder = backupFolder(system, code);
  await store.remove(`${folder}/manifest`);
  const names: string[] = [];
  for await (const { name } of store.list(`${folder}/`)) names.push(name);
  for (const name of names) await store.remove(name);
}

async function removeUnfinished(
  { store }: SealedStore,
  system: string,
  finished: ReadonlySet<string>,
  at: Date,
): Promise<void> {
  const old: string[] = [];
  for await (const object of store.list(`${system}/backups/`)) {
    const code = object.name.split('/')[2] ?? '';
    if (!finished.has(code) && at.getTime() - object.at.getTime() > UNFINISHED_MS) old.push(object.name);
  }
  for (const name of old) await store.remove(name);
}

async function pruneWal({ store }: SealedStore, system: string, kept: readonly Manifest[]): Promise<number> {
  const firsts = kept.flatMap(({ wal }) => (wal ? [wal.first] : []));
  const oldest = firsts.sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1))[0];
  // Without a base nothing says what is needed: it stays.
  if (oldest === undefined) return 0;
  const unneeded: string[] = [];
  for await (const { name } of store.list(`${system}/wal/`)) {
    const file = walObjectOf(name)?.file;
    if (file !== undefined && isBefore(file, oldest)) unneeded.push(name);
  }
  for (const name of unneeded) await store.remove(name);
  return unneeded.length;
}
