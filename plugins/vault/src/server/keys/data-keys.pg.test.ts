import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createDatabase } from '@linggong/core';
import { smKeyring, testKeyring, testMaterial } from '../keyring.fixture';
import { openVault, type OpenVault } from '../open-vault';
import { demandSuite, SealBroken } from '../suites';
import { insertDataKey, lockDataKeys, rewrapDataKeys } from './data-key-rows';
import { createKeyring, withNewKey, type Keyring } from './keyring';
import { ringWrapper } from './key-wrapper';
import { anyReading } from '../reading.fixture';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('data keys in the database', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase({ only: ['plugins/vault'] });
  }, 120_000);

  afterEach(() => database?.drop());

  const open = (keyring: Keyring = testKeyring()): Promise<OpenVault> =>
    openVault({ keyring, root: os.tmpdir(), db: () => database.db });

  const rotate = (opened: OpenVault, suite: 'aes-256-gcm' | 'sm4-ctr-hmac-sm3', settleSeconds = 0) =>
    database.db.transaction(async (tx) => {
      await lockDataKeys(tx);
      return insertDataKey(tx, opened.wrapper, {
        realm: 'fields',
        suite: demandSuite(suite),
        madeBy: 'test',
        settleSeconds,
      });
    });

  it('are made once by whichever process comes first, and open for all of them', async () => {
    const [a, b, c] = await Promise.all([open(), open(), open()]);
    expect(await database.db.query('SELECT number, realm FROM vault.data_keys ORDER BY number')).toEqual([
      { number: 1, realm: 'fields' },
      { number: 2, realm: 'files' },
    ]);
    const sealed = a.vault.seal('name', 's', '张三');
    expect([b, c].map(({ vault }) => vault.open('name', 's', sealed, anyReading))).toEqual(['张三', '张三']);
    expect((await open()).vault.open('name', 's', sealed, anyReading)).toBe('张三');
  });

  it('say nothing of themselves in the database', async () => {
    const { dataKeys } = await open();
    const key = dataKeys.current('fields').keyFor('field:name').encryption.export().toString('hex');
    const [row] = await database.db.query<{ text: string; bytes: number }>(
      'SELECT d::text AS text, octet_length(wrapped) AS bytes FROM vault.data_keys d ORDER BY number LIMIT 1',
    );
    expect(row?.text).not.toContain(key);
    expect(row?.bytes).toBe(3 + 12 + 32 + 16);
  });

  it('do not open under another ring, nor in the place of another row', async () => {
    const opened = await open();
    await rotate(opened, 'aes-256-gcm');
    await expect(open(testKeyring(2))).rejects.toThrow(SealBroken);
    await database.db.query(
      'UPDATE vault.data_keys a SET wrapped = b.wrapped FROM vault.data_keys b WHERE a.number = 1 AND b.number = 3',
    );
    await expect(open()).rejects.toThrow(SealBroken);
  });

  it('follow the ring: wrapped anew in SM4, and open under that ring key alone', async () => {
    const { vault } = await open();
    const sealed = vault.seal('phone', 's', '13800000001');
    const both = createKeyring(withNewKey(testMaterial(), randomBytes(32), 'sm4-ctr-hmac-sm3'));
    const wrapped = () =>
      database.db.one<{ head: string; by: number }>(
        `SELECT encode(substring(wrapped FROM 1 FOR 3), 'hex') AS head, wrapped_by AS by FROM vault.data_keys WHERE number = 1`,
      );
    expect(await wrapped()).toEqual({ head: '020001', by: 1 });
    const again = () => database.db.transaction((tx) => rewrapDataKeys(tx, ringWrapper(both)));
    expect([await again(), await again()]).toEqual([2, 0]);
    expect(await wrapped()).toEqual({ head: '030002', by: 2 });
    expect((await open(both)).vault.open('phone', 's', sealed, anyReading)).toBe('13800000001');
    await expect(open()).rejects.toThrow(SealBroken);
  });

  it('become current when their time has come, in a process that knew them before', async () => {
    const opened = await open();
    await rotate(opened, 'sm4-ctr-hmac-sm3', 1);
    await opened.dataKeys.refresh();
    expect(opened.dataKeys.current('fields').number).toBe(1);
    await wait(1_100);
    expect(opened.dataKeys.current('fields')).toMatchObject({ number: 3, suite: { name: 'sm4-ctr-hmac-sm3' } });
  });

  it('are asked for at once where a process does not know one yet; unknown ones do not open', async () => {
    const [sleeper, other] = [await open(), await open()];
    await rotate(other, 'aes-256-gcm');
    await other.dataKeys.refresh();
    const sealed = other.vault.seal('name', 's', '李四');
    expect(() => sleeper.vault.open('name', 's', sealed, anyReading)).toThrow(/keys-reloading/);
    await wait(300);
    expect(sleeper.vault.open('name', 's', sealed, anyReading)).toBe('李四');
    sealed.writeUInt16BE(999, 1);
    expect(() => sleeper.vault.open('name', 's', sealed, anyReading)).toThrow(/keys-reloading/);
    await wait(300);
    expect(() => sleeper.vault.open('name', 's', sealed, anyReading)).toThrow(SealBroken);
  });

  it('are founded in the suite of the ring', async () => {
    const { vault } = await open(smKeyring());
    expect(vault.seal('name', 's', '张三')[0]).toBe(3);
  });

  it('stay what they are for the application', async () => {
    await open();
    const app = createDatabase({ connectionString: database.url, max: 1 });
    try {
      for (const change of ['number = 9', 'suite = 3', "realm = 'files'", 'active_from = now()']) {
        await expect(app.query(`UPDATE vault.data_keys SET ${change}`)).rejects.toThrow(/permission denied/);
      }
      await expect(app.query('DELETE FROM vault.data_keys')).rejects.toThrow(/permission denied/);
      await expect(app.query('UPDATE vault.data_keys SET wrapped = NULL')).rejects.toThrow(/data_keys_destroyed/);
    } finally {
      await app.close();
    }
  });
});
