import os from 'node:os';
import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { sealedUnderRing, testKeyring } from '../keyring.fixture';
import { openVault, type OpenVault } from '../open-vault';
import { demandSuite, type SuiteName } from '../suites';
import { stepReencryption, type ReencryptionTools, type Step } from './reencryption';
import { cancelReencryption, rotateDataKey, startReencryption } from './rotation';
import type { SealedSource } from './sealed-source';
import { anyReading } from '../reading.fixture';

const command = systemCommand('reseal-test', new Date('2026-11-26T02:00:00Z'), 'trace-1');
const keyring = testKeyring();

const sources: readonly SealedSource[] = [
  {
    name: 'people',
    order: 10,
    table: 'test_reseal.people',
    key: { column: 'id', type: 'integer' },
    subject: 't.subject',
    form: 'base64',
    columns: { name_sealed: 'name', phone_sealed: 'phone' },
  },
  {
    name: 'copies',
    order: 20,
    table: 'test_reseal.copies',
    key: { column: 'number', type: 'text' },
    subject: 'p.subject',
    join: 'JOIN test_reseal.people p ON p.id = t.person',
    form: 'bytea',
    columns: { name_sealed: 'name' },
  },
];

describe('re-encryption', () => {
  let database: TestDatabase;
  let db: Database;
  let opened: OpenVault;
  let tools: ReencryptionTools;

  beforeEach(async () => {
    database = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/vault'] });
    db = database.db;
    const owner = createDatabase({ connectionString: database.superuserUrl, max: 1 });
    await owner.query(`CREATE SCHEMA test_reseal;
      CREATE TABLE test_reseal.people (id int PRIMARY KEY, subject text, name_sealed text, phone_sealed text);
      CREATE TABLE test_reseal.copies (number text COLLATE "C" PRIMARY KEY, person int, name_sealed bytea);
      GRANT USAGE ON SCHEMA test_reseal TO linggong_app;
      GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA test_reseal TO linggong_app;
      GRANT UPDATE (name_sealed, phone_sealed) ON test_reseal.people TO linggong_app;
      GRANT UPDATE (name_sealed) ON test_reseal.copies TO linggong_app`);
    await owner.close();
    opened = await openVault({ keyring, root: os.tmpdir(), db: () => db });
    const { dataKeys, vault, files } = opened;
    tools = { db, dataKeys, sources: () => sources, reseal: vault.reseal, files };
  }, 120_000);

  afterEach(() => database?.drop());

  const base64 = (kind: 'name' | 'phone', subject: string, clear: string): string =>
    opened.vault.seal(kind, subject, clear).toString('base64');

  async function addPeople(from: number, to: number): Promise<void> {
    const ids = Array.from({ length: to - from }, (_, at) => from + at);
    await db.query(
      `INSERT INTO test_reseal.people SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::text[])`,
      [
        ids,
        ids.map((id) => `s-${id}`),
        ids.map((id) => base64('name', `s-${id}`, `名${id}`)),
        ids.map((id) => (id % 3 === 0 ? null : base64('phone', `s-${id}`, `138${id}`))),
      ],
    );
  }

  const addCopy = (tx: Pick<Database, 'query'>, number: string, person: number, sealed: string) =>
    tx.query(`INSERT INTO test_reseal.copies VALUES ($1, $2, decode($3, 'base64'))`, [number, person, sealed]);

  async function rotate(suite: SuiteName): Promise<number> {
    const order = { suite: demandSuite(suite), reason: 'test', settleSeconds: 0 };
    const { number } = await db.transaction((tx) => rotateDataKey(tx, opened.wrapper, command, order));
    await opened.dataKeys.refresh();
    return number;
  }

  /** Until nothing more can be done now. */
  async function run(): Promise<Step> {
    for (let steps = 0; steps < 1_000; steps += 1) {
      const step = await stepReencryption(tools, command);
      if (step !== 'again') return step;
    }
    throw new Error('it does not end');
  }

  /** Until it has ended. Transactions of other databases of the server have to end as well: their numbers are drawn from one row. */
  async function runToEnd(): Promise<void> {
    for (let tries = 0; (await run()) === 'wait'; tries += 1) {
      if (tries > 2_000) throw new Error('it waits for ever');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function untilRunning(): Promise<void> {
    for (let tries = 0; (await lastRun()).state !== 'running'; tries += 1) {
      if (tries > 2_000) throw new Error('it does not begin');
      await stepReencryption(tools, command);
    }
  }

  const lastRun = () =>
    db.one<{ state: string; sweep: number }>('SELECT state, sweep FROM vault.reencryptions ORDER BY id DESC LIMIT 1');

  async function heads(): Promise<string[]> {
    const rows = await db.query<{ head: string }>(
      `SELECT DISTINCT head FROM (
         SELECT left(name_sealed, 4) AS head FROM test_reseal.people UNION ALL SELECT left(phone_sealed, 4) FROM test_reseal.people
         UNION ALL SELECT encode(substring(name_sealed FROM 1 FOR 3), 'base64') FROM test_reseal.copies) all_of_them
       WHERE head IS NOT NULL ORDER BY 1`,
    );
    return rows.map(({ head }) => head);
  }

  async function clearNames(): Promise<string[]> {
    const rows = await db.query<{ subject: string; people: string; copy: Buffer | null; phone: string | null }>(
      `SELECT p.subject, p.name_sealed AS people, c.name_sealed AS copy, p.phone_sealed AS phone FROM test_reseal.people p
         LEFT JOIN test_reseal.copies c ON c.person = p.id ORDER BY p.id, c.number`,
    );
    return rows.map(({ subject, people, copy, phone }) =>
      [
        opened.vault.open('name', subject, Buffer.from(people, 'base64'), anyReading),
        copy && opened.vault.open('name', subject, copy, anyReading),
        phone && opened.vault.open('phone', subject, Buffer.from(phone, 'base64'), anyReading),
      ].join('|'),
    );
  }

  it('moves values of the ring and of older keys, from AES to SM4 and back, and keeps what they say', async () => {
    await addPeople(0, 1_300);
    await db.query('UPDATE test_reseal.people SET name_sealed = $1 WHERE id = 7', [
      sealedUnderRing(keyring, 'name', 's-7', '名7').toString('base64'),
    ]);
    for (const person of [1, 2, 7])
      await addCopy(db, `c-${person}`, person, base64('name', `s-${person}`, `名${person}`));
    const before = await clearNames();
    for (const suite of ['sm4-ctr-hmac-sm3', 'aes-256-gcm'] as const) {
      const number = await rotate(suite);
      await runToEnd();
      expect(await lastRun()).toEqual({ state: 'done', sweep: 2 });
      expect(await heads()).toEqual([opened.dataKeys.current('fields').headText]);
      expect(opened.dataKeys.current('fields')).toMatchObject({ number, suite: { name: suite } });
      expect(await clearNames()).toEqual(before);
    }
    const keys = await db.query(
      `SELECT number, suite, retired_at IS NULL AS "isInUse" FROM vault.data_keys WHERE realm = 'fields' ORDER BY number`,
    );
    expect(keys).toEqual([
      { number: 1, suite: 2, isInUse: false },
      { number: 4, suite: 3, isInUse: false },
      { number: 6, suite: 2, isInUse: true },
    ]);
    const progress = await db.query(
      `SELECT source, total::int, seen::int, moved_in_all::int AS moved FROM vault.reencryption_sources
        WHERE reencryption_id = (SELECT max(id) FROM vault.reencryptions) ORDER BY place`,
    );
    expect(progress).toEqual([
      { source: 'people', total: 1_300, seen: 1_300, moved: 1_300 },
      { source: 'copies', total: 3, seen: 3, moved: 3 },
      { source: 'files', total: 0, seen: 0, moved: 0 },
    ]);
    const audited = await db.query<{ action: string }>('SELECT action FROM audit.published_entries ORDER BY seq');
    expect(audited.map(({ action }) => action)).toEqual([
      'data-key.rotate',
      'reencryption.finish',
      'data-key.rotate',
      'reencryption.finish',
    ]);
  });

  it('waits for the transaction that may still write a copy of an old value, and finds the copy', async () => {
    await addPeople(0, 5);
    const [old] = await db.query<{ sealed: string }>(
      'SELECT name_sealed AS sealed FROM test_reseal.people WHERE id = 4',
    );
    await db.transaction(async (slow) => {
      await addCopy(slow, 'early', 4, old?.sealed ?? '');
      await rotate('aes-256-gcm');
      expect(await run()).toBe('wait');
      expect(await lastRun()).toEqual({ state: 'waiting', sweep: 0 });
      await addCopy(slow, 'late', 4, old?.sealed ?? '');
    });
    await runToEnd();
    expect(await lastRun()).toMatchObject({ state: 'done' });
    expect(await heads()).toEqual([opened.dataKeys.current('fields').headText]);
    expect(await db.query('SELECT 1 FROM test_reseal.copies')).toHaveLength(2);
  });

  it('passes over a row that somebody holds, keeps his change, and takes the row in the next sweep', async () => {
    await addPeople(0, 5);
    const mine = base64('name', 's-3', '改名');
    await rotate('sm4-ctr-hmac-sm3');
    await untilRunning();
    await db.transaction(async (holder) => {
      await holder.query('UPDATE test_reseal.people SET name_sealed = $1 WHERE id = 3', [mine]);
      expect(await run()).toBe('wait');
    });
    await runToEnd();
    expect(await lastRun()).toEqual({ state: 'done', sweep: 3 });
    expect(await heads()).toEqual([opened.dataKeys.current('fields').headText]);
    expect((await clearNames())[3]).toBe('改名||');
  });

  it('names the row that does not open, moves the others, and retires no key', async () => {
    await addPeople(0, 5);
    await db.query(
      `UPDATE test_reseal.people a SET name_sealed = b.name_sealed FROM test_reseal.people b WHERE a.id = 2 AND b.id = 1`,
    );
    await rotate('aes-256-gcm');
    await runToEnd();
    expect(await lastRun()).toMatchObject({ state: 'failed' });
    expect(await db.query('SELECT source, row_key FROM vault.reencryption_faults')).toEqual([
      { source: 'people', row_key: '2' },
    ]);
    expect(await db.query('SELECT 1 FROM vault.data_keys WHERE retired_at IS NOT NULL')).toEqual([]);
    await db.query('UPDATE test_reseal.people SET name_sealed = $1 WHERE id = 2', [base64('name', 's-2', '名2')]);
    await db.transaction((tx) => startReencryption(tx, command, 'again'));
    await runToEnd();
    expect(await lastRun()).toMatchObject({ state: 'done' });
    expect(await db.query('SELECT number FROM vault.data_keys WHERE retired_at IS NOT NULL ORDER BY number')).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
  });

  it('does not begin before its key is current here, goes one at a time, and can be cancelled', async () => {
    await addPeople(0, 3);
    const order = { suite: demandSuite('aes-256-gcm'), reason: 'test' };
    const { reencryptionId } = await db.transaction((tx) => rotateDataKey(tx, opened.wrapper, command, order));
    await opened.dataKeys.refresh();
    expect(await run()).toBe('wait');
    await expect(db.transaction((tx) => rotateDataKey(tx, opened.wrapper, command, order))).rejects.toMatchObject({
      code: 'reencryption-open',
    });
    await db.transaction((tx) => cancelReencryption(tx, command, reencryptionId, 'not today'));
    expect(await run()).toBe('idle');
    await expect(
      db.transaction((tx) => cancelReencryption(tx, command, reencryptionId, 'again')),
    ).rejects.toMatchObject({ code: 'reencryption-ended' });
    expect((await heads()).length).toBe(1);
  });

  it('leaves a step to the process that is at it', async () => {
    await addPeople(0, 3);
    await rotate('aes-256-gcm');
    await db.transaction(async (other) => {
      await other.query('SELECT 1 FROM vault.reencryptions FOR UPDATE');
      expect(await stepReencryption(tools, command)).toBe('wait');
    });
    await runToEnd();
  });
});
