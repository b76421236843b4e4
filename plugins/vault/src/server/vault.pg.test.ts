import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { FileBroken } from './files/file-pieces';
import { ownBytes } from './intake/admitted';
import { checkKeys } from './keys/check-keys';
import { createKeyring, withNewKey } from './keys/keyring';
import { testKeyring, testMaterial } from './keyring.fixture';
import { openVault } from './open-vault';
import { anyReading } from './reading.fixture';
import type { Vault } from './vault';

const file = { kind: 'payout-sheet', contentType: 'text/csv', subject: 'settlement-batch:1' };

describe('the vault on a database', () => {
  let database: TestDatabase;
  let root = '';
  let vault: Vault;

  beforeAll(async () => {
    database = await testDatabase({ only: ['plugins/vault'] });
    root = await mkdtemp(path.join(os.tmpdir(), 'vault-'));
    ({ vault } = await openVault({ keyring: testKeyring(), root, db: () => database.db }));
  }, 120_000);

  afterAll(async () => {
    await database?.drop();
    await rm(root, { recursive: true, force: true });
  });

  async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += 30_000) yield bytes.subarray(at, at + 30_000);
  }

  async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
    const all: Buffer[] = [];
    for await (const chunk of chunks) all.push(chunk);
    return Buffer.concat(all);
  }

  const put = (bytes: Buffer) => database.db.transaction((tx) => vault.putFile(tx, file, ownBytes(chunksOf(bytes))));

  async function filesOnDisk(): Promise<string[]> {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  }

  it('keeps a file, tells its length and hash, and gives it back', async () => {
    const bytes = randomBytes(300_000);
    const stored = await put(bytes);
    expect(stored).toMatchObject({ bytes: 300_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await collect(vault.getFile(stored.id, anyReading))).equals(bytes)).toBe(true);
  });

  it('has nothing in clear on the disk or in the database', async () => {
    const canary = 'CANARY-110101199003079999';
    const stored = await put(Buffer.from(`姓名,证件号码\n张三,${canary}\n`.repeat(5_000)));
    for (const name of await filesOnDisk()) expect((await readFile(name)).includes(canary)).toBe(false);
    const rows = await database.db.query('SELECT f::text AS text FROM vault.files f');
    expect(JSON.stringify(rows)).not.toContain('CANARY');
    expect((await collect(vault.getFile(stored.id, anyReading))).includes(canary)).toBe(true);
  });

  it('does not open a file whose bytes or row were changed', async () => {
    const a = await put(Buffer.from('sheet of one'));
    const b = await put(Buffer.from('sheet of two'));
    const placeOf = (id: string) => path.join(root, 'files', id.slice(0, 2), id);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(placeOf(a.id), await readFile(placeOf(b.id)));
    await expect(collect(vault.getFile(a.id, anyReading))).rejects.toThrow(FileBroken);
    await expect(
      database.db.query("UPDATE vault.files SET subject = 'settlement-batch:2' WHERE id = $1", [b.id]),
    ).rejects.toThrow(/permission denied/);
  });

  it('answers an unknown file as not found', async () => {
    await expect(collect(vault.getFile('00000000-0000-4000-8000-000000000000', anyReading))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves neither row nor file of an upload that broke off', async () => {
    const before = await filesOnDisk();
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the client went away');
    };
    await expect(database.db.transaction((tx) => vault.putFile(tx, file, ownBytes(broken())))).rejects.toThrow(
      'went away',
    );
    expect(await filesOnDisk()).toEqual(before);
  });

  it('removes the file of a transaction that failed after it, and no other', async () => {
    const kept = await put(Buffer.from('kept'));
    const failing = database.db.transaction(async (tx) => {
      await vault.putFile(tx, file, ownBytes(Buffer.from('orphan')));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await vault.removeOrphans(new Date(Date.now() - 60_000))).toBe(0);
    expect(await vault.removeOrphans(new Date(Date.now() + 60_000))).toBe(1);
    expect((await collect(vault.getFile(kept.id, anyReading))).toString()).toBe('kept');
  });

  it('opens old files after a rotation of the ring', async () => {
    const old = await put(Buffer.from('old'));
    const ring = createKeyring(withNewKey(testMaterial(), randomBytes(32)));
    const rotated = await openVault({ keyring: ring, root, db: () => database.db });
    expect((await collect(rotated.vault.getFile(old.id, anyReading))).toString()).toBe('old');
  });

  describe('the check of the keys', () => {
    it('knows its ring again, also with a new key beside the old', async () => {
      await checkKeys(database.db, testKeyring());
      await checkKeys(database.db, testKeyring());
      await checkKeys(database.db, createKeyring(withNewKey(testMaterial(), Buffer.alloc(32, 7))));
    });

    it('refuses another ring, and one that lost a key', async () => {
      await expect(checkKeys(database.db, testKeyring(9))).rejects.toThrow(/another key ring .*index/);
      await expect(checkKeys(database.db, testKeyring())).rejects.toThrow(/another key ring .*2/);
    });
  });
});
