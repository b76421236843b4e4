import path from 'node:path';
import { record } from '@linggong/audit';
import type { Command } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { JobInHand } from '@linggong/jobs';
import { spoolOf, type Keeper } from '../keeper';
import type { SealedStore } from '../store/sealed';
import {
  beginBackup,
  failBackup,
  failBroken,
  keepBackup,
  migrationsOf,
  newBackupCode,
  notePruned,
} from './backup-rows';
import type { BaseBackup } from './base-backup';
import { walkCluster } from './cluster-walk';
import { copyFiles } from './copy-files';
import { takeDump } from './dump-backup';
import { takeBaseBackupApart } from './in-process';
import { putManifest, type Manifest } from './manifest';
import { dropPurgedCopies } from './drop-purged';
import { pruneBackups, removeBackup } from './prune';
import { refuseWithoutRoom } from './room';
import { shipWal } from './ship-wal';
import { askSource, type BackupSource } from './source';
import { walObjectsFor } from './verify-backup';

/** Private files that a backup waits for; more than a million new ones a day are copied by the next ticks. */
const FILE_ROUNDS_MAX = 1_000;

export const BACK_UP_JOB = 'continuity.back-up';

/**
 * Makes one backup: the server's files or a dump, the log up to its end, the private files, and last the manifest; then takes out
 * what the retention does not keep. A try that broke off is cleaned up by the next.
 * @throws Problem of the source or of a missing program; any fault of store or server, with the backup on record as failed
 */
export async function runBackup(
  keeper: Keeper,
  job: JobInHand,
  command: Command,
): Promise<{ backup: string; pruneProblem?: string }> {
  const { db, settings } = keeper;
  const source = await askSource(settings.backups.url, settings.dataFolder);
  const sealed = await keeper.sealed();
  for (const broken of await failBroken(db, job.runId, command.at)) await removeBackup(sealed, source.system, broken);
  const code = newBackupCode(command.at);
  await beginBackup(db, code, source, sealed.store, job.runId, command.at);
  try {
    const manifest = await make(keeper, sealed, source, code, job, command);
    await finish(keeper, sealed, manifest, command);
  } catch (error) {
    await failBackup(db, code, error instanceof Problem ? error.code : 'fault', new Date());
    await removeBackup(sealed, source.system, code).catch(() => undefined);
    throw error;
  }
  const pruneProblem = await prune(keeper, sealed, source.system, command);
  await notePruned(db, code, pruneProblem);
  return { backup: code, ...(pruneProblem === null ? {} : { pruneProblem }) };
}

/**
 * The backup is good whatever becomes of the old ones: a retention that fails must not have it made again. What is wrong stands in
 * the job's outcome and beside the backup, from where the audit of backups makes a finding of it.
 */
async function prune(keeper: Keeper, sealed: SealedStore, system: string, command: Command): Promise<string | null> {
  const { db, settings } = keeper;
  try {
    await dropPurgedCopies(sealed.store, db, system);
    const { removed, unreadable } = await pruneBackups(sealed, db, system, settings.backups.keep, command.at);
    await noteRemoved(keeper, removed, command);
    return unreadable.length === 0 ? null : `unreadable: ${unreadable.slice(0, 20).join(', ')}`;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 500) : 'fault';
  }
}

async function make(
  keeper: Keeper,
  sealed: SealedStore,
  source: BackupSource,
  code: string,
  job: JobInHand,
  command: Command,
): Promise<Manifest> {
  const begun = performance.now();
  const content = await take(keeper, sealed, source, code, job);
  await job.progress({ stage: 'ship-log', done: 1, total: 1 });
  if (content.wal) await shipWal(sealed, keeper.db, source.system, spoolOf(keeper.settings.dataFolder), command.at);
  await job.progress({ stage: 'copy-files', done: 1, total: 1 });
  await copyAllFiles(keeper, sealed, source.system, command.at);
  const manifest: Manifest = {
    form: 1,
    code,
    method: source.method,
    system: source.system,
    server: source.server,
    startedAt: command.at.toISOString(),
    // By the product's clock, which a test may have moved.
    finishedAt: new Date(command.at.getTime() + (performance.now() - begun)).toISOString(),
    compressed: source.method === 'base' && keeper.settings.backups.compress,
    parts: [...content.parts],
    clearBytes: content.clearBytes,
    ...(content.wal ? { wal: content.wal } : {}),
    migrations: await migrationsOf(keeper.db),
  };
  // Without the log between its start and its stop a base is worth nothing.
  await walObjectsFor(sealed, manifest);
  await putManifest(sealed, manifest);
  return manifest;
}

async function noteRemoved({ db }: Keeper, removed: readonly string[], command: Command): Promise<void> {
  const entries = removed.map((code) => ({ action: 'backup.remove', subject: { kind: 'backup', id: code } }));
  await db.transaction((tx) => record(tx, command, entries));
}

type Content = Pick<BaseBackup, 'parts' | 'clearBytes'> & { readonly wal?: BaseBackup['wal'] };

async function take(
  { settings, env }: Keeper,
  sealed: SealedStore,
  source: BackupSource,
  code: string,
  job: JobInHand,
): Promise<Content> {
  const { system, major } = source;
  // askSource has refused a missing role.
  const backupUrl = settings.backups.url ?? '';
  const stage = source.method === 'base' ? 'copy-cluster' : 'dump';
  const tell = (done: number, total: number): void => void job.progress({ stage, done, total }).catch(() => undefined);
  if (source.method === 'dump') {
    return takeDump(sealed, { code, system, backupUrl, major }, (bytes) => tell(bytes, 0));
  }
  const { dataFolder, backups } = settings;
  if (backups.store.kind === 'disk') {
    const { files } = await walkCluster(path.join(dataFolder, 'postgres'));
    const clusterBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    await refuseWithoutRoom(backups.store.folder, clusterBytes);
  }
  return takeBaseBackupApart({ code, system, backupUrl, dataFolder, compress: backups.compress }, env, tell);
}

export async function copyAllFiles(keeper: Keeper, { store }: SealedStore, system: string, at: Date): Promise<number> {
  let copied = 0;
  for (let round = 0; round < FILE_ROUNDS_MAX; round += 1) {
    const count = await copyFiles(store, keeper.files, keeper.db, system, at);
    copied += count;
    if (count === 0) break;
  }
  return copied;
}

async function finish(keeper: Keeper, { store }: SealedStore, manifest: Manifest, command: Command): Promise<void> {
  await keeper.db.transaction(async (tx) => {
    const id = await keepBackup(tx, manifest, store);
    await record(tx, command, {
      action: 'backup.make',
      subject: { kind: 'backup', id: manifest.code },
      after: { method: manifest.method, store: store.kind, parts: manifest.parts.length },
    });
    const payload = { backupId: id };
    await keeper.jobs.emit(tx, { type: 'continuity.backup.made', key: manifest.code, payload }, command);
  });
}
