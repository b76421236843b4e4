import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { testKeyring } from '../keyring.fixture';
import { openVault } from '../open-vault';
import { demandSuite } from '../suites';
import { rotateDataKey } from './rotation';
import { anyReading } from '../reading.fixture';

const ROWS = 12_000;
const built = path.join(__dirname, '../../../dist/server');
const command = systemCommand('reseal-test', new Date('2026-11-26T02:00:00Z'), 'trace-1');

/** A worker process as it is built: steps until nothing is left, saying so at each, and in the middle of a window once it is told to. */
const worker = `
const { createDatabase, systemCommand } = require('@linggong/core');
const { createKeyring, openVault } = require('@linggong/vault');
const { stepReencryption } = require(${JSON.stringify(path.join(built, 'reseal/reencryption.js'))});
const db = createDatabase({ connectionString: process.env.TEST_URL, max: 2 });
const keys = new Map([[1, Buffer.alloc(32, 1)]]);
const command = systemCommand('worker', new Date('2026-11-26T03:00:00Z'), 'trace-2');
(async () => {
  const keyring = createKeyring({ current: 1, keys, index: Buffer.alloc(32, 101) });
  const { vault, dataKeys } = await openVault({ keyring, root: '/tmp', db: () => db });
  let values = 0;
  const reseal = (...of) => {
    values += 1;
    // A synchronous write: the parent hears it before this process goes on.
    if (values % 700 === 0) require('node:fs').writeSync(1, 'middle\\n');
    return vault.reseal(...of);
  };
  const source = { name: 'people', order: 1, table: 'test_reseal.people', key: { column: 'id', type: 'integer' },
    subject: 't.subject', form: 'base64', columns: { name_sealed: 'name' } };
  const tools = { db, dataKeys, sources: () => [source], reseal };
  for (;;) {
    const step = await stepReencryption(tools, command);
    require('node:fs').writeSync(1, step + '\\n');
    if (step === 'idle') process.exit(0);
    if (step === 'wait') await new Promise((resolve) => setTimeout(resolve, 20));
  }
})().catch((error) => { console.error(error); process.exit(1); });
`;

describe('a re-encryption whose process is killed', () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/vault'] });
    db = database.db;
    const owner = createDatabase({ connectionString: database.superuserUrl, max: 1 });
    await owner.query(`CREATE SCHEMA test_reseal; GRANT USAGE ON SCHEMA test_reseal TO linggong_app;
      CREATE TABLE test_reseal.people (id int PRIMARY KEY, subject text, name_sealed text);
      GRANT SELECT, INSERT, UPDATE ON test_reseal.people TO linggong_app`);
    await owner.close();
  }, 120_000);
  afterAll(() => database?.drop());

  /** Runs a worker until it has said `word` for the n-th time, and kills it there with -9. @returns whether it came to its end */
  function workUntil(word: string, times: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['-e', worker], {
        cwd: built,
        env: { ...process.env, TEST_URL: database.url },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.split(`${word}\n`).length > times) child.kill('SIGKILL');
      });
      child.on('exit', (code, signal) =>
        code === 1 ? reject(new Error('the worker failed')) : resolve(signal === null),
      );
    });
  }

  /** Grows with every committed step, whatever the sweep. */
  async function progress(): Promise<number> {
    const { sweep, seen } = await db.one<{ sweep: number; seen: number }>(
      `SELECT r.sweep, coalesce(sum(s.seen), 0)::int AS seen FROM vault.reencryptions r
         LEFT JOIN vault.reencryption_sources s ON s.reencryption_id = r.id GROUP BY r.id`,
    );
    return sweep * ROWS * 2 + seen;
  }

  it('is gone on with where it stood, each time, and comes to the same end', async () => {
    const { vault, dataKeys, wrapper } = await openVault({ keyring: testKeyring(), root: os.tmpdir(), db: () => db });
    const addPeople = (ids: readonly number[]) =>
      db.query('INSERT INTO test_reseal.people SELECT * FROM unnest($1::int[], $2::text[], $3::text[])', [
        ids,
        ids.map((id) => `s-${id}`),
        ids.map((id) => vault.seal('name', `s-${id}`, `名${id}`).toString('base64')),
      ]);
    await addPeople(Array.from({ length: ROWS }, (_, id) => id));
    await db.transaction((tx) =>
      rotateDataKey(tx, wrapper, command, { suite: demandSuite('sm4-ctr-hmac-sm3'), reason: 'test', settleSeconds: 0 }),
    );
    let before = 0;
    for (const [place, times] of [
      ['again', 1],
      ['again', 3],
      ['middle', 2],
      ['middle', 4],
      ['again', 9],
    ] as const) {
      expect(await workUntil(place, times)).toBe(false);
      const now = await progress();
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
      // Work goes on meanwhile, also in a process that has not heard of the new key.
      await addPeople([ROWS + before + times]);
    }
    expect(before).toBeGreaterThan(ROWS);
    expect(await workUntil('never', 1)).toBe(true);
    expect(await db.one('SELECT state FROM vault.reencryptions')).toEqual({ state: 'done' });
    await dataKeys.refresh();
    const rows = await db.query<{ id: number; sealed: string }>(
      'SELECT id, name_sealed AS sealed FROM test_reseal.people',
    );
    expect(rows).toHaveLength(ROWS + 5);
    const { headText } = dataKeys.current('fields');
    for (const { id, sealed } of rows) {
      expect(sealed.startsWith(headText)).toBe(true);
      expect(vault.open('name', `s-${id}`, Buffer.from(sealed, 'base64'), anyReading)).toBe(`名${id}`);
    }
  }, 180_000);
});
