import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  askSource,
  createDiskStore,
  putManifest,
  shipWal,
  takeBaseBackup,
  type BackupSource,
  type Manifest,
  type SealedStore,
} from '@linggong/continuity';
import { createDatabase, type Database } from '@linggong/core';
import { createKeyring } from '@linggong/vault';
import { startServer, type EmbeddedServer } from '../embedded';
import { databaseName, prepareDatabase, prepareRoles, rolePasswords, roleUrl } from '../roles';
import { chooseBackup } from './choose-backup';
import { archiveLater } from './recover';
import { restoreBase } from './restore-base';
import { beginRestore, endRestore, refuseUnfinished } from './unfinished';

const settings = { shared_buffers: '64MB', max_connections: '20', wal_level: 'replica' };

let folder: string;
let server: EmbeddedServer;
let backupUrl: string;
let owner: Database;
let sealed: SealedStore;
let source: BackupSource;
let manifest: Manifest;
const instants: Date[] = [];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A row, and an instant after it that lies before the next. */
async function write(word: string): Promise<void> {
  await owner.query('INSERT INTO public.notes (word) VALUES ($1)', [word]);
  await pause(30);
  const { at } = await owner.one<{ at: Date }>('SELECT clock_timestamp() AS at');
  instants.push(at);
  await pause(30);
}

/** Closes the segment in hand, waits for the archiver, ships what is there. */
async function ship(): Promise<void> {
  const { file } = await owner.one<{ file: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS file');
  const client = createDatabase({ connectionString: backupUrl, max: 1 });
  await client.query('SELECT pg_switch_wal()');
  await client.close();
  const spool = path.join(folder, 'data', 'wal-spool');
  for (let tries = 0; tries < 600 && !existsSync(path.join(spool, file)); tries += 1) await pause(50);
  await shipWal(sealed, owner, source.system, spool, new Date());
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'linggong-restore-'));
  await chmod(folder, 0o711);
  const dataFolder = path.join(folder, 'data');
  server = await startServer({ dataFolder, settings, archive: { walSeconds: 60 } });
  const passwords = rolePasswords(dataFolder);
  await prepareRoles(server, passwords);
  await prepareDatabase(server);
  backupUrl = roleUrl(server, passwords, 'linggong_backup');
  owner = createDatabase({ connectionString: roleUrl(server, passwords, 'linggong_owner'), max: 2 });
  await owner.query('CREATE TABLE public.notes (id int GENERATED ALWAYS AS IDENTITY, word text)');
  // What shipping writes down; the table itself is the plugin's.
  await owner.query(`CREATE SCHEMA continuity;
    CREATE TABLE continuity.wal_state (system text PRIMARY KEY, last_file text, reached_at timestamptz, shipped_at timestamptz,
      files bigint DEFAULT 0, bytes bigint DEFAULT 0, gap_at timestamptz, gap_file text)`);
  const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
  sealed = { store: createDiskStore(path.join(folder, 'store')), keyring };
  source = await askSource(backupUrl, dataFolder);

  await write('before the base');
  const code = '20260101T000000Z-aaaaaa';
  const base = await takeBaseBackup(sealed, { code, system: source.system, backupUrl, dataFolder, compress: false });
  await write('one');
  await ship();
  manifest = {
    form: 1,
    code,
    method: 'base',
    system: source.system,
    server: source.server,
    startedAt: new Date(0).toISOString(),
    finishedAt: instants[0]?.toISOString() ?? '',
    compressed: false,
    parts: [...base.parts],
    clearBytes: base.clearBytes,
    wal: base.wal,
    migrations: [],
  };
  await putManifest(sealed, manifest);
  await write('two');
  await owner.query("DELETE FROM public.notes WHERE word = 'one'");
  await write('three');
  await ship();
}, 300_000);

afterAll(async () => {
  await owner?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Words of the restored database. */
async function wordsAt(to: Date | undefined, name: string): Promise<string[]> {
  const into = path.join(folder, name);
  const restored = await restoreBase(sealed, manifest, into, to, settings);
  const db = createDatabase({ connectionString: restored.server.superuserUrl(databaseName), max: 1 });
  try {
    const rows = await db.query<{ word: string }>('SELECT word FROM public.notes ORDER BY id');
    return rows.map(({ word }) => word);
  } finally {
    await db.close();
    await restored.server.stop();
  }
}

describe('a base backup and the log after it', () => {
  it('is of the embedded server, as the backup role without rights on any table sees it', async () => {
    expect(source).toMatchObject({ method: 'base', major: 18 });
    const backup = createDatabase({ connectionString: backupUrl, max: 1 });
    await expect(backup.query('SELECT * FROM public.notes')).rejects.toThrow(/permission denied/);
    await backup.close();
  });

  it('come back as they were at an instant between two writes: exactly the earlier rows', async () => {
    expect(await wordsAt(instants[1], 'at-one')).toEqual(['before the base', 'one']);
    expect(await wordsAt(instants[2], 'at-two')).toEqual(['before the base', 'one', 'two']);
  }, 120_000);

  it('come back whole', async () => {
    expect(await wordsAt(undefined, 'latest')).toEqual(['before the base', 'two', 'three']);
    // A data folder: the secrets of the installation are beside the cluster. Of the restore there is that it is not over: until the files
    // are there and somebody let it stay, it is not to be started, and no other restore has it.
    const into = path.join(folder, 'latest');
    expect(() => refuseUnfinished(into)).toThrow(/A restore into .* is under way, or broke off/);
    await expect(beginRestore(into, 0o700)).rejects.toThrow(/is under way/);
    await endRestore(into);
    refuseUnfinished(into);
    expect(readdirSync(into).sort()).toEqual(['postgres', 'postgres-roles.json', 'postgres-superuser']);
  }, 120_000);

  it('refuses a folder that holds anything, and leaves it alone', async () => {
    const into = path.join(folder, 'filled');
    await rm(into, { recursive: true, force: true });
    await mkdtemp(path.join(folder, 'x'));
    await restoreBase(sealed, manifest, path.join(folder, 'store'), undefined).then(
      () => expect(true).toBe(false),
      (error: Error) => expect(error.message).toMatch(/not empty/),
    );
    expect(readdirSync(path.join(folder, 'store'))).toEqual([source.system]);
  });

  it('says how far the log reaches where an instant after it is asked for, and leaves nothing behind', async () => {
    const into = path.join(folder, 'too-late');
    const late = new Date('2099-01-01T00:00:00Z');
    await expect(restoreBase(sealed, manifest, into, late, settings)).rejects.toThrow(/archived log ends before 2099/);
    expect(readdirSync(into)).toEqual([]);
  }, 120_000);

  it('refuses a part whose bytes were changed, and leaves nothing behind', async () => {
    const [part] = manifest.parts;
    const file = path.join(folder, 'store', part?.name ?? '');
    const copy = createDiskStore(path.join(folder, 'broken'));
    const keep = await collect(sealed.store.get(part?.name ?? ''));
    const changed = Buffer.from(keep);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    await writeFile(file, changed);
    const into = path.join(folder, 'into-broken');
    await expect(restoreBase(sealed, manifest, into, undefined, settings)).rejects.toThrow(/does not open/);
    expect(readdirSync(into)).toEqual([]);
    await writeFile(file, keep);
    expect(copy.kind).toBe('disk');
  }, 120_000);

  it('needs the key ring: with another one there is no backup', async () => {
    const stranger = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
    await expect(
      chooseBackup({ ...sealed, keyring: stranger }, 'base', { to: undefined, backup: undefined, system: undefined }),
    ).rejects.toThrow(/does not open/);
  });

  it('names no backup that ended after the wanted instant', async () => {
    const before = new Date((instants[0]?.getTime() ?? 0) - 1);
    await expect(chooseBackup(sealed, 'base', { to: before, backup: undefined, system: undefined })).rejects.toThrow(
      /no base backup that ended before/,
    );
  });
});

describe('a restored cluster that goes on', () => {
  it('tells of a segment that is missing in the midst of the log', async () => {
    const gone = (await shippedSegments()).find((name) => walFile(name) > (manifest.wal?.last ?? ''));
    const keep = await collect(sealed.store.get(gone ?? ''));
    await sealed.store.remove(gone ?? '');
    const restored = await restoreBase(sealed, manifest, path.join(folder, 'gap'), undefined, settings);
    await restored.server.crash();
    expect(restored.gapAt).toBe(walFile(gone ?? ''));
    await sealed.store.put(gone ?? '', chunked(keep));
  }, 120_000);

  it('comes back with what was written after it was restored, from the same base', async () => {
    const into = path.join(folder, 'goes-on');
    const restored = await restoreBase(sealed, manifest, into, undefined, { ...settings, ...archiveLater });
    expect(restored.gapAt).toBeUndefined();
    await restored.server.stop();
    const again = await startServer({ dataFolder: into, settings, archive: { walSeconds: 60 } });
    const db = createDatabase({ connectionString: again.superuserUrl(databaseName), max: 1 });
    await db.query("INSERT INTO public.notes (word) VALUES ('after the restore')");
    const { file } = await db.one<{ file: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS file');
    await db.query('SELECT pg_switch_wal()');
    const spool = path.join(into, 'wal-spool');
    for (let tries = 0; tries < 600 && !existsSync(path.join(spool, file)); tries += 1) await pause(50);
    expect(readdirSync(spool)).toContain('00000002.history');
    await shipWal(sealed, db, source.system, spool, new Date());
    await db.close();
    await again.stop();
    expect(await wordsAt(undefined, 'later')).toEqual(['before the base', 'two', 'three', 'after the restore']);
  }, 180_000);
});

const walFile = (name: string): string => name.split('/').at(-1)?.split('.')[0] ?? '';

async function shippedSegments(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of sealed.store.list(`${source.system}/wal/`)) {
    if (/^[0-9A-F]{24}$/.test(walFile(name)) && !name.includes('.backup.')) names.push(name);
  }
  return names.sort();
}

async function* chunked(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
