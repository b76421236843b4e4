import { rm } from 'node:fs/promises';
import path from 'node:path';
import { settingsFromEnvironment } from '@linggong/config';
import {
  fileObjectName,
  getManifest,
  openStore,
  proveBackup,
  refuseWithoutRoom,
  type DrillMessage,
  type DrillOrder,
  type DrillReport,
  type Manifest,
  type SealedStore,
} from '@linggong/continuity';
import { createDatabase, type Database } from '@linggong/core';
import { loadKeyring } from '@linggong/vault';
import { startServer, type EmbeddedServer } from '../embedded';
import { runningPostmaster } from '../embedded/postmaster';
import { databaseName, prepareDatabase, prepareRoles, rolePasswords } from '../roles';
import { restoreBase } from './restore-base';
import { restoreDump } from './restore-dump';

/** A scratch server beside the working one: little memory, few connections, nothing waits for the disk. */
const scratchSettings = {
  shared_buffers: '64MB',
  maintenance_work_mem: '32MB',
  max_connections: '10',
  max_wal_size: '512MB',
  fsync: 'off',
  full_page_writes: 'off',
};

interface Restored extends Pick<DrillReport, 'unpackSeconds' | 'recoverSeconds' | 'walFiles' | 'lastCommit'> {
  readonly server: EmbeddedServer;
}

/**
 * Restores a backup into a scratch folder, has the copy prove itself, and removes it: also when it fails, and also what an earlier
 * drill left behind that was killed.
 * @throws whatever kept the backup from being restored
 */
export async function drill(
  order: DrillOrder,
  environment: Readonly<Record<string, string | undefined>>,
  tell: (message: DrillMessage) => void,
): Promise<DrillReport> {
  const settings = settingsFromEnvironment(environment);
  const sealed: SealedStore = {
    store: await openStore(settings.backups.store),
    keyring: await loadKeyring({ text: environment['LINGGONG_KEYRING'], file: settings.keyringFile }),
  };
  await clearScratch(order.scratch);
  let server: EmbeddedServer | undefined;
  try {
    const manifest = await getManifest(sealed, order.system, order.code);
    await refuseWithoutRoom(order.scratch, manifest.clearBytes);
    tell({ kind: 'stage', stage: 'restore' });
    const restored = await (manifest.method === 'base' ? restoreFiles : restoreIntoFresh)(
      sealed,
      manifest,
      order.scratch,
    );
    server = restored.server;
    return await reportOn(sealed, manifest, restored, tell);
  } finally {
    await server?.crash();
    await clearScratch(order.scratch);
  }
}

/** Stops a server that a killed drill left running, and removes its folder. */
export async function clearScratch(scratch: string): Promise<void> {
  const running = runningPostmaster(path.join(scratch, 'postgres'));
  if (running) {
    process.kill(running.pid, 'SIGQUIT');
    for (let tries = 0; tries < 100 && runningPostmaster(path.join(scratch, 'postgres')); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await rm(scratch, { recursive: true, force: true });
}

async function restoreFiles(sealed: SealedStore, manifest: Manifest, scratch: string): Promise<Restored> {
  const restored = await restoreBase(sealed, manifest, scratch, undefined, scratchSettings);
  return { ...restored, lastCommit: restored.lastCommit?.toISOString() ?? null };
}

/** A dump needs a server to go into: a fresh one, with the roles of the house. */
async function restoreIntoFresh(sealed: SealedStore, manifest: Manifest, scratch: string): Promise<Restored> {
  const begun = performance.now();
  const server = await startServer({ dataFolder: scratch, settings: scratchSettings });
  await prepareRoles(server, rolePasswords(scratch));
  await prepareDatabase(server, databaseName, { forDump: true });
  const started = performance.now();
  await restoreDump(sealed, manifest, server.superuserUrl(databaseName));
  return {
    server,
    unpackSeconds: (started - begun) / 1000,
    recoverSeconds: (performance.now() - started) / 1000,
    walFiles: 0,
    lastCommit: null,
  };
}

async function reportOn(
  sealed: SealedStore,
  manifest: Manifest,
  { server, ...restored }: Restored,
  tell: (message: DrillMessage) => void,
): Promise<DrillReport> {
  const db = createDatabase({ connectionString: server.superuserUrl(databaseName), max: 2 });
  try {
    tell({ kind: 'stage', stage: 'files' });
    const files = await filesOf(sealed, manifest.system, db);
    tell({ kind: 'stage', stage: 'proof' });
    const { unpackSeconds, recoverSeconds, walFiles, lastCommit } = restored;
    return {
      code: manifest.code,
      method: manifest.method,
      unpackSeconds,
      recoverSeconds,
      walFiles,
      lastCommit,
      ...files,
      proof: await proveBackup(db),
    };
  } finally {
    await db.close();
  }
}

/** Whether the store holds every private file that was old enough to be copied when the database stood as it was restored. */
async function filesOf(
  { store }: SealedStore,
  system: string,
  db: Database,
): Promise<Pick<DrillReport, 'files' | 'filesMissing'>> {
  const stored = new Set<string>();
  const prefix = `${system}/files/`;
  for await (const { name } of store.list(prefix)) stored.add(name);
  const named = await db.query<{ id: string }>(
    `SELECT f.id FROM vault.published_files f
      WHERE EXISTS (SELECT FROM continuity.file_copies c
              WHERE c.system = $1 AND c.store = $2 AND c.place = $3 AND c.file_id = f.id)
         OR f.stored_at < (SELECT max(stored_at) FROM continuity.file_copies
              WHERE system = $1 AND store = $2 AND place = $3) - interval '1 hour'`,
    [system, store.kind, store.place],
  );
  const missing = named.filter(({ id }) => !stored.has(fileObjectName(system, id)));
  return { files: named.length, filesMissing: missing.length };
}
