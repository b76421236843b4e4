import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { ownBytes } from '../intake/admitted';
import { testMaterial } from '../keyring.fixture';
import { createKeyring, withNewKey } from '../keys/keyring';
import { openVault, type OpenVault } from '../open-vault';
import { stepReencryption } from '../reseal/reencryption';
import { rewrapKeys, rotateDataKey, startReencryption } from '../reseal/rotation';
import { demandSuite, type SuiteName } from '../suites';
import { createDiskStore } from './disk-store';
import { FileBroken } from './file-pieces';
import { sealFile } from './ring-file';
import { anyReading } from '../reading.fixture';

const command = systemCommand('rewrap-test', new Date('2026-11-26T02:00:00Z'), 'trace-1');
const about = { kind: 'payout-sheet', contentType: 'text/csv', subject: 'settlement-batch:1' };

async function* inOne(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** R9.3: envelope keys of files; a rotation wraps rows anew and changes no byte of a file. */
describe('keys of private files', () => {
  const material = testMaterial();
  const keyring = createKeyring(material);
  let database: TestDatabase;
  let superuser: Database;
  let db: Database;
  let root = '';
  let opened: OpenVault;

  beforeEach(async () => {
    database = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/vault'] });
    db = database.db;
    superuser = createDatabase({ connectionString: database.superuserUrl, max: 1 });
    root = await mkdtemp(path.join(os.tmpdir(), 'vault-'));
    opened = await openVault({ keyring, root, db: () => db });
  }, 120_000);
  afterEach(async () => {
    await superuser?.close();
    await database?.drop();
    await rm(root, { recursive: true, force: true });
  });

  const put = (text: string | Buffer): Promise<string> =>
    db.transaction(async (tx) => (await opened.vault.putFile(tx, about, ownBytes(Buffer.from(text)))).id);

  /** A file as it was kept before files had keys of their own. */
  async function putUnderRing(text: string): Promise<string> {
    const id = randomUUID();
    const file = { id, kind: about.kind, subject: about.subject };
    await createDiskStore(path.join(root, 'files')).write(id, sealFile(keyring, file, inOne(Buffer.from(text))));
    const sha256 = createHash('sha256').update(text).digest();
    await db.query(
      `INSERT INTO vault.files (id, kind, content_type, subject, sha256, bytes, key_number) VALUES ($1, $2, $3, $4, $5, $6, 1)`,
      [id, about.kind, about.contentType, about.subject, sha256, text.length],
    );
    return id;
  }

  const placeOf = (id: string): string => path.join(root, 'files', id.slice(0, 2), id);
  const textOf = async (id: string, by: OpenVault = opened): Promise<string> =>
    (await collect(by.vault.getFile(id, anyReading))).toString();

  async function rotate(suite: SuiteName): Promise<void> {
    const order = { suite: demandSuite(suite), reason: 'test', settleSeconds: 0 };
    await db.transaction((tx) => rotateDataKey(tx, opened.wrapper, command, order));
    await opened.dataKeys.refresh();
  }

  /** Until it has ended; transactions of the server's other databases have to end as well. */
  async function runToEnd(): Promise<string> {
    const { vault, dataKeys, files } = opened;
    const tools = { db, dataKeys, sources: () => [], reseal: vault.reseal, files };
    for (let tries = 0; tries < 2_000; tries += 1) {
      const step = await stepReencryption(tools, command);
      if (step === 'idle') break;
      if (step === 'wait') await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { state } = await db.one<{ state: string }>('SELECT state FROM vault.reencryptions ORDER BY id DESC LIMIT 1');
    return state;
  }

  const heads = async (): Promise<(string | null)[]> => {
    const rows = await db.query<{ head: string | null }>(
      `SELECT DISTINCT encode(substring(wrapped_key FROM 1 FOR 3), 'base64') AS head FROM vault.files`,
    );
    return rows.map(({ head }) => head);
  };

  it('are wrapped anew by a rotation, from AES to SM4 and back, and no byte of a file changes', async () => {
    const ids = [
      await put('a sheet'),
      await put(''),
      await put(randomBytes(200_000)),
      await putUnderRing('an old sheet'),
    ];
    const [bytes, texts] = [
      await Promise.all(ids.map((id) => readFile(placeOf(id)))),
      await Promise.all(ids.map((id) => textOf(id))),
    ];
    expect(bytes.map((one) => one.subarray(0, 4).toString())).toEqual(['LGF2', 'LGF2', 'LGF2', 'LGF1']);
    for (const suite of ['sm4-ctr-hmac-sm3', 'aes-256-gcm'] as const) {
      await rotate(suite);
      expect(await runToEnd()).toBe('done');
      expect(await heads()).toEqual([opened.dataKeys.current('files').headText]);
      expect(await Promise.all(ids.map((id) => readFile(placeOf(id))))).toEqual(bytes);
      expect(await Promise.all(ids.map((id) => textOf(id)))).toEqual(texts);
    }
    const inUse = await db.query<{ realm: string }>(
      'SELECT realm FROM vault.data_keys WHERE retired_at IS NULL ORDER BY realm',
    );
    expect(inUse.map(({ realm }) => realm)).toEqual(['fields', 'files']);
    expect(await db.query('SELECT 1 FROM vault.files WHERE key_number IS NOT NULL')).toEqual([]);
  });

  it('open an old file when the ring key that it was sealed under has left the ring', async () => {
    const [old, young] = [await putUnderRing('an old sheet'), await put('a sheet')];
    await db.transaction((tx) => startReencryption(tx, command, 'envelopes'));
    expect(await runToEnd()).toBe('done');
    const grown = withNewKey(material, randomBytes(32), 'sm4-ctr-hmac-sm3');
    const both = await openVault({ keyring: createKeyring(grown), root, db: () => db });
    await db.transaction((tx) => rewrapKeys(tx, both.wrapper, command, 'test'));
    const newest = grown.keys.get(2) as Buffer;
    const alone = createKeyring({ ...grown, keys: new Map([[2, newest]]) });
    const later = await openVault({ keyring: alone, root, db: () => db, isReadOnly: true });
    expect([await textOf(old, later), await textOf(young, later)]).toEqual(['an old sheet', 'a sheet']);
  });

  it('pass over a file that the folder has lost, and name one that does not open: then no key is retired', async () => {
    const [lost, broken, whole] = [
      await putUnderRing('lost'),
      await putUnderRing('broken'),
      await putUnderRing('whole'),
    ];
    await rm(placeOf(lost));
    const bytes = await readFile(placeOf(broken));
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    await writeFile(placeOf(broken), bytes);
    await rotate('aes-256-gcm');
    expect(await runToEnd()).toBe('failed');
    expect(await db.query('SELECT source, row_key AS key FROM vault.reencryption_faults')).toEqual([
      { source: 'files', key: broken },
    ]);
    expect(await db.query('SELECT 1 FROM vault.data_keys WHERE retired_at IS NOT NULL')).toEqual([]);
    expect(await db.query('SELECT id FROM vault.files WHERE wrapped_key IS NOT NULL')).toEqual([{ id: whole }]);
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    await writeFile(placeOf(broken), bytes);
    await db.transaction((tx) => startReencryption(tx, command, 'again'));
    expect(await runToEnd()).toBe('done');
    expect(await textOf(broken)).toBe('broken');
  });

  it('do not open another file, and are never taken away', async () => {
    const [a, b] = [await put('sheet of one'), await put('sheet of two')];
    await superuser.query(
      'UPDATE vault.files f SET wrapped_key = o.wrapped_key FROM vault.files o WHERE f.id = $1 AND o.id = $2',
      [a, b],
    );
    await expect(textOf(a)).rejects.toThrow(FileBroken);
    await writeFile(placeOf(b), await readFile(placeOf(a)));
    await expect(textOf(b)).rejects.toThrow(FileBroken);
    for (const change of ['wrapped_key = NULL', 'wrapped_key = NULL, key_number = 1', 'key_number = 1']) {
      await expect(db.query(`UPDATE vault.files SET ${change}`)).rejects.toThrow(/keeps its envelope key/);
    }
    await expect(db.query("UPDATE vault.files SET kind = 'x'")).rejects.toThrow(/permission denied/);
  });

  it('are asked for again by a process that does not know a data key yet', async () => {
    const sleeper = await openVault({ keyring, root, db: () => db });
    await rotate('sm4-ctr-hmac-sm3');
    const id = await put('a sheet');
    await expect(textOf(id, sleeper)).rejects.toMatchObject({ code: 'keys-reloading' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await textOf(id, sleeper)).toBe('a sheet');
  });
});
