import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ArchiveBroken, type ArchiveStore } from '@linggong/audit';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { testKeyring } from '../keyring.fixture';
import { openVault } from '../open-vault';
import { auditArchives } from './audit-archives';

describe('archives of the audit log as private files', () => {
  let database: TestDatabase;
  let root = '';
  let store: ArchiveStore;

  beforeAll(async () => {
    database = await testDatabase({ only: ['plugins/vault'] });
    root = await mkdtemp(path.join(os.tmpdir(), 'vault-'));
    const { vault } = await openVault({ keyring: testKeyring(), root, db: () => database.db });
    store = auditArchives(() => vault);
  }, 120_000);
  afterAll(async () => {
    await database?.drop();
    await rm(root, { recursive: true, force: true });
  });

  async function* inOne(bytes: Buffer): AsyncGenerator<Buffer> {
    yield bytes;
  }

  async function opened(id: string): Promise<Buffer> {
    const all: Buffer[] = [];
    for await (const chunk of store.open(id)) all.push(chunk);
    return Buffer.concat(all);
  }

  it('come back as they were put, and say that they are broken where they were changed or lost', async () => {
    const bytes = randomBytes(150_000);
    const { id, bytes: length } = await store.put(database.db, '2026-03', inOne(bytes));
    expect(length).toBe(150_000);
    expect((await opened(id)).equals(bytes)).toBe(true);
    const place = path.join(root, 'files', id.slice(0, 2), id);
    const sealed = await readFile(place);
    sealed.writeUInt8(sealed.readUInt8(70_000) ^ 1, 70_000);
    await writeFile(place, sealed);
    await expect(opened(id)).rejects.toThrow(ArchiveBroken);
    await rm(place);
    await expect(opened(id)).rejects.toThrow(ArchiveBroken);
  });
});
