import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createDiskStore, fileObjectName, type SealedStore } from '@linggong/continuity';
import { createDatabase, type Database } from '@linggong/core';
import { createKeyring, openVault, ownBytes } from '@linggong/vault';
import { testDatabase, type TestDatabase } from '../testing';
import { restoreFiles } from './restore-files';

describe('private files', () => {
  const system = '7380000000000000001';
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 1)]]), index: Buffer.alloc(32, 2) });
  let test: TestDatabase;
  let db: Database;
  let folder: string;
  let sealed: SealedStore;
  const ids: string[] = [];
  const placeIn = (root: string, id: string): string => path.join(folder, root, 'vault', 'files', id.slice(0, 2), id);

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/vault'] });
    db = createDatabase({ connectionString: test.url, max: 2 });
    folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-files-'));
    sealed = { store: createDiskStore(path.join(folder, 'store')), keyring };
    const { vault } = await openVault({ keyring, root: path.join(folder, 'old', 'vault'), db: () => db });
    const kind = { kind: 'test', contentType: 'text/plain', subject: 'test:1' };
    for (const text of ['whole', 'missing', 'changed']) {
      const { id } = await db.transaction((tx) => vault.putFile(tx, kind, ownBytes(Buffer.from(text))));
      const bytes = readFileSync(placeIn('old', id));
      if (text === 'changed') bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      if (text !== 'missing') await sealed.store.put(fileObjectName(system, id), Readable.from([bytes]));
      ids.push(id);
    }
  }, 120_000);
  afterAll(async () => {
    await db?.close();
    await test.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come back whole or not at all: neither an empty file nor one that does not open lies there', async () => {
    const { files, missing } = await restoreFiles(sealed, system, path.join(folder, 'new'), test.superuserUrl);
    expect(files).toBe(3);
    expect([...missing].sort()).toEqual(ids.slice(1).sort());
    expect(ids.map((id) => existsSync(placeIn('new', id)))).toEqual([true, false, false]);
  });
});
