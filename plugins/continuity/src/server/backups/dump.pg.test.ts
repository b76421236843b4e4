import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '@linggong/core';
import { loadKeyring } from '@linggong/vault';
import { Client } from 'pg';
import { freePort } from '../../../../../database/src/embedded/free-port';
import { systemAccount } from '../../../../../database/src/embedded/system-account';
import { restore } from '../../../../../database/src/restore/restore';
import { restoreDump } from '../../../../../database/src/restore/restore-dump';
import { restoreOrder } from '../../../../../database/src/restore/restore-order';
import { testKeyringText } from '../keeping.fixture';
import { sealGrant } from '../restoring/sealed-grant';
import { createDiskStore } from '../store/disk-store';
import type { SealedStore } from '../store/sealed';
import { fileObjectName } from './copy-files';
import { takeDump } from './dump-backup';
import { dumpProgram } from './dump-programs';
import { putManifest, type Manifest } from './manifest';
import { askSource } from './source';

/** Servers as a distribution installs them, newest first. The embedded one ships no pg_dump, so a dump needs such a one. */
const installed = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .map((major) => ({ major: Number(major), bin: `/usr/lib/postgresql/${major}/bin` }))
      .filter(({ bin }) =>
        ['initdb', 'pg_ctl', 'pg_dump', 'pg_restore'].every((name) => existsSync(path.join(bin, name))),
      )
      .sort((a, b) => b.major - a.major)
  : [];

describe('the program for a dump', () => {
  it('is named with the package to install where there is none of that version', async () => {
    await expect(dumpProgram('pg_dump', 99)).rejects.toMatchObject({
      code: 'continuity.program-missing',
      fix: { zh: expect.stringContaining('postgresql-client-99'), en: expect.stringContaining('postgresql-client-99') },
    });
  });

  it('is not one of another major version, though it stands on the PATH', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-path-'));
    const program = path.join(folder, 'pg_dump');
    writeFileSync(program, '#!/bin/sh\necho "pg_dump (PostgreSQL) 97.3 (Debian 97.3-1)"\n');
    chmodSync(program, 0o755);
    expect(await dumpProgram('pg_dump', 97, folder)).toBe(program);
    await expect(dumpProgram('pg_dump', 98, folder)).rejects.toMatchObject({ code: 'continuity.program-missing' });
    rmSync(folder, { recursive: true });
  });
});

/** A test that quietly has nothing to run on proves nothing. */
function newestInstalled(): (typeof installed)[number] {
  const [found] = installed;
  if (!found) throw new Error('no server of a distribution below /usr/lib/postgresql: apt-get install postgresql-15');
  return found;
}

const newest = newestInstalled();
describe(`a server of the operator (PostgreSQL ${newest.major})`, () => {
  const account = systemAccount();
  let folder: string;
  let url: (database: string) => string;
  let db: Database;
  let sealed: SealedStore;

  const asAccount = (program: string, args: readonly string[]): void => {
    const ids = account && { uid: account.uid, gid: account.gid };
    execFileSync(path.join(newest.bin, program), [...args], {
      ...ids,
      cwd: '/',
      env: { LC_ALL: 'C' },
      stdio: 'ignore',
    });
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-dump-'));
    chmodSync(folder, 0o711);
    const cluster = path.join(folder, 'cluster');
    mkdirSync(cluster, { mode: 0o700 });
    if (account) chownSync(cluster, account.uid, account.gid);
    asAccount('initdb', ['-D', cluster, '-U', 'postgres', '--auth=trust', '--no-sync']);
    const port = await freePort();
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
    asAccount('pg_ctl', ['start', '-D', cluster, '-l', path.join(cluster, 'log'), '-w', '-s', '-o', options]);
    url = (database) => `postgres://postgres:x@127.0.0.1:${port}/${database}`;
    const admin = createDatabase({ connectionString: url('postgres'), max: 1 });
    await admin.query('CREATE DATABASE one');
    await admin.query('CREATE DATABASE two');
    await admin.close();
    db = createDatabase({ connectionString: url('one'), max: 2 });
    await db.query('CREATE TABLE notes AS SELECT n, md5(n::text) AS word FROM generate_series(1, 20000) n');
    const keyring = await loadKeyring({ text: testKeyringText, file: '' });
    sealed = { store: createDiskStore(path.join(folder, 'store')), keyring };
  }, 120_000);
  afterAll(async () => {
    await db?.close();
    asAccount('pg_ctl', ['stop', '-D', path.join(folder, 'cluster'), '-m', 'immediate', '-w', '-s']);
    rmSync(folder, { recursive: true, force: true });
  });

  const dumped = async (code: string): Promise<Manifest> => {
    const source = await askSource(url('one'), folder);
    expect(source).toMatchObject({ method: 'dump', major: newest.major });
    const order = { code, system: source.system, backupUrl: url('one'), major: source.major };
    const { parts, clearBytes } = await takeDump(sealed, order);
    const at = new Date(0).toISOString();
    const { system, server } = source;
    return {
      form: 1,
      code,
      method: 'dump',
      system,
      server,
      startedAt: at,
      finishedAt: at,
      compressed: false,
      parts,
      clearBytes,
      migrations: [],
    };
  };

  it('is dumped and comes back in another database, row by row', async () => {
    const manifest = await dumped('20260101T000000Z-aaaaaa');
    await restoreDump(sealed, manifest, url('two'));
    const two = createDatabase({ connectionString: url('two'), max: 1 });
    const sum = 'SELECT count(*) AS count, md5(string_agg(word, $1 ORDER BY n)) AS sum FROM notes';
    expect(await two.one(sum, [''])).toEqual(await db.one(sum, ['']));
    await two.close();
    // A second restore finds the database filled, and changes nothing.
    await expect(restoreDump(sealed, manifest, url('two'))).rejects.toThrow(/not empty/);
  }, 60_000);

  it('comes back with its private files, into the folder that is named beside the database', async () => {
    await db.query(`CREATE SCHEMA vault; CREATE TABLE vault.published_files (id uuid, sha256 bytea);
      INSERT INTO vault.published_files VALUES ('00000000-0000-4000-8000-000000000001', '\\x00')`);
    const manifest = await dumped('20260102T000000Z-cccccc');
    await putManifest(sealed, manifest);
    await db.query('CREATE DATABASE three');
    const said: string[] = [];
    const into = path.join(folder, 'restored');
    const grant = path.join(folder, 'restore.grant');
    const args = ['--into-database', '--into', into, '--no-proof'];
    const environment = {
      RESTORE_DATABASE_URL: url('three'),
      BACKUP_FOLDER: path.join(folder, 'store'),
      LINGGONG_KEYRING: testKeyringText,
    };
    const terminal = {
      say: (line: string) => void said.push(line),
      ask: async () => 'nobody',
      now: () => new Date(0),
    };
    // What nobody let stay does not stay: the database is as empty as it was.
    // By a connection of its own each time: emptying the database ends those that stand.
    const state = async () => {
      const three = createDatabase({ connectionString: url('three'), max: 1 });
      const found = three.one(`SELECT to_regclass('public.notes') AS notes, to_regnamespace('vault') AS vault,
        nspowner::regrole::text AS owner, nspacl::text AS rights FROM pg_namespace WHERE nspname = 'public'`);
      return found.finally(() => three.close());
    };
    const empty = await state();
    expect(empty).toMatchObject({ notes: null, vault: null });
    const emergency = ['--emergency', '--reason', '机房断电', '--to', 'latest', ...args];
    await expect(restore(restoreOrder(emergency, '/'), environment, terminal)).rejects.toThrow();
    expect(await state()).toEqual(empty);
    const { code, system } = manifest;
    const words = { form: 1, id: '00000000-0000-4000-8000-00000000000b', reason: '磁盘损坏', to: 'latest' } as const;
    const otherId = '00000000-0000-4000-8000-00000000000c';
    const both = { askedBy: 'system-admin#1', decidedBy: 'security-admin#2', expiresAt: new Date(1).toISOString() };
    writeFileSync(grant, await sealGrant(sealed.keyring, { ...words, ...both, system, backup: code }));
    const byGrant = () => restore(restoreOrder(['--grant', grant, ...args], '/'), environment, terminal);
    // A store that fails after the database is there: the copy goes, and the grant is good again; not where somebody works in it already.
    const object = path.join(folder, 'store', fileObjectName(system, '00000000-0000-4000-8000-000000000001'));
    mkdirSync(object, { recursive: true });
    await expect(byGrant()).rejects.toThrow(/EISDIR/);
    const working = new Client({ connectionString: url('three') });
    await working.connect();
    await expect(byGrant()).rejects.toThrow(/EISDIR/);
    expect(said.join('\n')).toMatch(/what allowed it stays used: The restored database is in use \(1 connections\)/);
    expect((await working.query('SELECT count(*)::int AS notes FROM notes')).rows).toEqual([{ notes: 20_000 }]);
    await working.end();
    for (const one of [object, into]) rmSync(one, { recursive: true });
    await db.query('DROP DATABASE three');
    await db.query('CREATE DATABASE three');
    await expect(byGrant()).rejects.toThrow(/has been used/);
    writeFileSync(grant, await sealGrant(sealed.keyring, { ...words, ...both, id: otherId, system, backup: code }));
    await byGrant();
    // The store does not hold it, and that is said; so is it that this copy has no log to write into.
    expect(said.join('\n')).toContain('Private files: 1, 缺失 missing 1');
    expect(said.join('\n')).toContain('! 审计 Audit: 授权 grant, system-admin#1 + security-admin#2');
  }, 60_000);

  it('leaves no object where pg_dump fails in the middle', async () => {
    const source = await askSource(url('one'), folder);
    const order = {
      code: '20260101T000000Z-bbbbbb',
      system: source.system,
      backupUrl: url('gone'),
      major: source.major,
    };
    await expect(takeDump(sealed, order)).rejects.toThrow(/does not exist/);
    const names: string[] = [];
    for await (const { name } of sealed.store.list(`${source.system}/backups/20260101T000000Z-bbbbbb/`))
      names.push(name);
    expect(names).toEqual([]);
  }, 60_000);

  it('does not show its password in the list of processes', () => {
    const listed = spawnSync('ps', ['axww'], { encoding: 'utf8' }).stdout;
    expect(listed).not.toContain('postgres:x@');
  });
});
