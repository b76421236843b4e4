import os from 'node:os';
import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { ownBytes } from '../intake/admitted';
import { testKeyring } from '../keyring.fixture';
import { openVault, type OpenVault } from '../open-vault';
import { stepReencryption } from '../reseal/reencryption';
import { rotateDataKey } from '../reseal/rotation';
import { demandSuite, SealBroken } from '../suites';
import { dataKeyFacts } from './data-key-facts';
import { destroyDataKey } from './destroy-key';
import { anyReading } from '../reading.fixture';

const command = systemCommand('destroy-test', new Date('2026-11-26T02:00:00Z'), 'trace-1');
const keyring = testKeyring();

/** A retired data key goes for good: not before 35 days, and not while anything is sealed under it. */
describe('destroying a data key', () => {
  let database: TestDatabase;
  let superuser: Database;
  let db: Database;
  let opened: OpenVault;

  beforeEach(async () => {
    // With access, whose approvals the database itself looks at.
    database = await testDatabase();
    db = database.db;
    superuser = createDatabase({ connectionString: database.superuserUrl, max: 1 });
    const owner = createDatabase({ connectionString: database.ownerUrl, max: 1 });
    await owner.query(`CREATE SCHEMA test_owner; GRANT USAGE ON SCHEMA test_owner TO linggong_app;
      CREATE TABLE test_owner.people (id int PRIMARY KEY, name_sealed text, phone_sealed bytea);
      GRANT SELECT, INSERT, UPDATE ON test_owner.people TO linggong_app`);
    await owner.close();
    opened = await openVault({ keyring, root: os.tmpdir(), db: () => db });
  }, 120_000);
  afterEach(async () => {
    await superuser?.close();
    await database?.drop();
  });

  /** A request for this key, in a state of its life. @returns its id */
  const approvalOf = async (number: number, state = 'executing'): Promise<string> => {
    const { id } = await superuser.one<{ id: string }>(
      `INSERT INTO access.approvals (id, mode, resource, action, route, subject_kind, subject_id, subject_label, state, maker_name, view_sha256,
         deciders, asked_at, expires_at, decided_by)
       VALUES (gen_random_uuid(), 'replay', 'data-key', 'destroy', 'POST /', 'data-key', $1, $1, $2, 'test', repeat('0', 64),
               ARRAY['institution-manager'], now(), now() + interval '1 day', CASE WHEN $2 <> 'pending' THEN 1 END) RETURNING id`,
      [String(number), state],
    );
    return id;
  };

  const destroy = async (number: number): Promise<void> => {
    const approvalId = await approvalOf(number);
    try {
      await db.transaction((tx) => destroyDataKey(tx, { ...command, approvalId }, number, 'its time is over'));
    } finally {
      await superuser.query('DELETE FROM access.approvals');
    }
  };

  /** Keys 1 and 2 retire; 3 and 4 come after them. */
  async function rotate(): Promise<void> {
    const order = { suite: demandSuite('aes-256-gcm'), reason: 'test', settleSeconds: 0 };
    await db.transaction((tx) => rotateDataKey(tx, opened.wrapper, command, order));
    await opened.dataKeys.refresh();
    const { vault, dataKeys, files } = opened;
    const tools = { db, dataKeys, sources: () => [], reseal: vault.reseal, files };
    for (let tries = 0; tries < 2_000; tries += 1) {
      const step = await stepReencryption(tools, command);
      if (step === 'idle') return;
      if (step === 'wait') await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('it does not end');
  }

  const letDaysPass = (days: number) =>
    superuser.transaction(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      await tx.query(
        'UPDATE vault.data_keys SET retired_at = retired_at - make_interval(days => $1) WHERE retired_at IS NOT NULL',
        [days],
      );
    });

  it('takes the key away, keeps its row, and every process forgets it', async () => {
    const sealed = opened.vault.seal('name', 's', '张三');
    await rotate();
    await letDaysPass(36);
    await destroy(1);
    await opened.dataKeys.refresh();
    const [row] = await db.query(
      'SELECT wrapped, destroyed_at IS NOT NULL AS gone FROM vault.data_keys WHERE number = 1',
    );
    expect(row).toEqual({ wrapped: null, gone: true });
    expect(() => opened.vault.open('name', 's', sealed, anyReading)).toThrow(/keys-reloading/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(() => opened.vault.open('name', 's', sealed, anyReading)).toThrow(SealBroken);
    await expect(destroy(1)).rejects.toMatchObject({ code: 'data-key-destroyed' });
    const { keys } = await dataKeyFacts(db, keyring);
    expect(keys.map(({ number, state }) => [number, state])).toEqual([
      [4, 'current'],
      [3, 'current'],
      [2, 'retired'],
      [1, 'destroyed'],
    ]);
    const audited = await db.query(
      `SELECT subject_id AS key, reason FROM audit.published_entries WHERE action = 'data-key.destroy'`,
    );
    expect(audited).toEqual([{ key: '1', reason: 'its time is over' }]);
    expect((await openVault({ keyring, root: os.tmpdir(), db: () => db })).dataKeys.current('fields').number).toBe(4);
  });

  it('is refused for a key in use, for one that is unknown, before 35 days, and while a re-encryption is open', async () => {
    await expect(destroy(1)).rejects.toMatchObject({ code: 'data-key-not-retired' });
    await expect(destroy(99)).rejects.toMatchObject({ code: 'not-found' });
    await rotate();
    await expect(destroy(1)).rejects.toMatchObject({ code: 'data-key-too-young' });
    await letDaysPass(34);
    await expect(destroy(1)).rejects.toMatchObject({ code: 'data-key-too-young' });
    await letDaysPass(2);
    await db.query(
      `INSERT INTO vault.reencryptions (to_number, reason, asked_by, asked_at) VALUES (4, 'test', 'test', now())`,
    );
    await expect(destroy(1)).rejects.toMatchObject({ code: 'reencryption-open' });
    await db.query(`UPDATE vault.reencryptions SET state = 'cancelled', finished_at = now() WHERE finished_at IS NULL`);
    await destroy(1);
  });

  it('is refused while anything is sealed under it, in whatever table, and where a table cannot be looked into', async () => {
    const sealed = opened.vault.seal('name', 's', '张三');
    await rotate();
    await letDaysPass(36);
    const holds = async (insert: string, values: readonly unknown[], place: string): Promise<void> => {
      await db.query(insert, values);
      await expect(destroy(1)).rejects.toMatchObject({ code: 'data-key-in-use', extra: { place } });
      await superuser.query('DELETE FROM test_owner.people');
    };
    const people = (column: string) => `INSERT INTO test_owner.people (id, ${column}) VALUES (1, $1)`;
    await holds(people('name_sealed'), [sealed.toString('base64')], 'test_owner.people.name_sealed');
    await holds(people('phone_sealed'), [sealed], 'test_owner.people.phone_sealed');
    await superuser.query(
      'CREATE SCHEMA test_closed; CREATE TABLE test_closed.secrets (word_sealed text); ALTER TABLE test_closed.secrets OWNER TO postgres',
    );
    await expect(destroy(1)).rejects.toMatchObject({ extra: { place: 'test_closed.secrets.word_sealed' } });
    await superuser.query('DROP SCHEMA test_closed CASCADE');
    await destroy(1);
  });

  it('is refused for a key that still wraps keys of files', async () => {
    const about = { kind: 'test', contentType: 'text/plain', subject: 'test:1' };
    const { id } = await db.transaction((tx) => opened.vault.putFile(tx, about, ownBytes(Buffer.from('text'))));
    const { wrapped } = await db.one<{ wrapped: Buffer }>('SELECT wrapped_key AS wrapped FROM vault.files');
    await rotate();
    await letDaysPass(36);
    await db.query('UPDATE vault.files SET wrapped_key = $2 WHERE id = $1', [id, wrapped]);
    await expect(destroy(2)).rejects.toMatchObject({
      code: 'data-key-in-use',
      extra: { place: 'vault.files.wrapped_key' },
    });
  });

  it('takes an approved request for this very key in the database as well, done in this moment', async () => {
    await rotate();
    await letDaysPass(36);
    const attempt = (approval: string | null) => db.query('SELECT * FROM vault.destroy_key(1, $1)', [approval]);
    for (const approval of [null, '00000000-0000-4000-8000-000000000001', await approvalOf(2)])
      await expect(attempt(approval)).rejects.toMatchObject({ code: '42501' });
    for (const state of ['pending', 'approved', 'rejected', 'executed', 'failed']) {
      await expect(attempt(await approvalOf(1, state))).rejects.toMatchObject({ code: '42501' });
      await superuser.query(`DELETE FROM access.approvals WHERE subject_id = '1'`);
    }
    // What a request is tried with before it is asked takes nothing away.
    await db.transaction((tx) => destroyDataKey(tx, command, 1, 'its time is over'));
    const wrapped = () => db.one('SELECT wrapped IS NOT NULL AS "isThere" FROM vault.data_keys WHERE number = 1');
    expect(await wrapped()).toEqual({ isThere: true });
    await attempt(await approvalOf(1));
    expect(await wrapped()).toEqual({ isThere: false });
  });

  it('is dated by the server: the application can neither date a retirement back, nor undo one, nor take a key itself', async () => {
    await rotate();
    const change = (set: string, number: number) =>
      db.query(`UPDATE vault.data_keys SET ${set} WHERE number = ${number}`);
    await expect(change(`retired_at = now() - interval '90 days'`, 1)).rejects.toThrow(/stays retired/);
    await expect(change('retired_at = NULL', 1)).rejects.toThrow(/stays retired/);
    await expect(change('destroyed_at = now()', 1)).rejects.toThrow(/permission denied/);
    await change(`retired_at = now() - interval '90 days'`, 4);
    await expect(destroy(4)).rejects.toMatchObject({ code: 'data-key-too-young' });
  });
});
