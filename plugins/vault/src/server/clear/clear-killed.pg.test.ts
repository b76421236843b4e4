import { spawn } from 'node:child_process';
import path from 'node:path';
import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { ClearSource } from './clear-source';
import { stepClearSweep } from './clear-sweep';

const ROWS = 4_000;
const built = path.join(__dirname, '../../../dist/server');
const at = new Date('2026-11-26T03:00:00Z');

/** Names are "sealed" by their length here: what the sweep promises is about rows. */
const people: ClearSource = {
  name: 'people',
  table: 'test_clear.people',
  key: { column: 'id', type: 'integer' },
  where: 't.name_sealed IS NULL AND t.name IS NOT NULL',
  select: { name: 't.name' },
  columns: { name: 'text', name_sealed: 'bytea' },
  sealed: ({ name }) => {
    if (name === 'refused') throw problem(400, 'masked-value', { zh: '脱敏', en: 'masked' });
    return name?.startsWith('公司') ? undefined : { name: '*', name_sealed: Buffer.from(`s-${name ?? ''}`) };
  },
};

/** A worker process as it is built: says so in the middle of two windows, with nothing committed, and after each step. */
const worker = `
const { createDatabase, systemCommand } = require('@linggong/core');
const { stepClearSweep } = require(${JSON.stringify(path.join(built, 'clear/clear-sweep.js'))});
const say = (word) => require('node:fs').writeSync(1, word + '\\n');
const db = createDatabase({ connectionString: process.env.TEST_URL, max: 2 });
const people = { ...JSON.parse(process.env.TEST_SOURCE), sealed: ({ name }) => {
  if (name === 'n302' || name === 'n2302') say('middle');
  return name.startsWith('公司') ? undefined : { name: '*', name_sealed: Buffer.from('s-' + name) };
} };
(async () => {
  for (;;) {
    const step = await stepClearSweep({ db, sources: () => [people] }, systemCommand('worker', new Date('${at.toISOString()}'), 'trace-2'));
    say(step);
    if (step === 'idle') process.exit(0);
    if (step === 'wait') await new Promise((resolve) => setTimeout(resolve, 20));
  }
})().catch((error) => { console.error(error); process.exit(1); });
`;

describe('values of before in clear', () => {
  let database: TestDatabase;
  let db: Database;
  let owner: Database;

  beforeEach(async () => {
    database = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/vault'] });
    db = database.db;
    owner = createDatabase({ connectionString: database.superuserUrl, max: 1 });
    await owner.query(`CREATE SCHEMA test_clear; GRANT USAGE ON SCHEMA test_clear TO linggong_app;
      CREATE TABLE test_clear.people (id int PRIMARY KEY, name text, name_sealed bytea);
      GRANT SELECT, INSERT, UPDATE ON test_clear.people TO linggong_app`);
  }, 120_000);
  afterEach(async () => {
    await owner?.close();
    await database?.drop();
  });

  const tools = () => ({ db, sources: () => [people] });
  const step = (when = at) => stepClearSweep(tools(), systemCommand('worker', when, 'trace-1'));
  const run = async (when = at) => {
    for (let steps = 0; (await step(when)) === 'again'; steps += 1) if (steps > 100) throw new Error('it does not end');
  };
  const add = (from: number, to: number) =>
    db.query(
      `INSERT INTO test_clear.people (id, name)
       SELECT n, CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN '公司' || n ELSE 'n' || n END FROM generate_series($1::int, $2::int) n`,
      [from, to],
    );
  const entries = () =>
    owner.query<{ action: string; subject: string; count: number; told: Record<string, unknown> }>(
      `SELECT action, subject_id AS subject, count::int AS count, after AS told FROM audit.published_entries
        WHERE action LIKE 'clear-value.%' ORDER BY seq`,
    );
  const proof = () =>
    db.maybeOne<{ proved: boolean }>('SELECT proved_at IS NOT NULL AS proved FROM vault.clear_sweeps');

  /** Runs a worker until it has said `word` for the n-th time, and kills it there with -9. @returns whether it came to its end */
  function workUntil(word: string, times: number): Promise<boolean> {
    const { sealed: _, ...source } = people;
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['-e', worker], {
        cwd: built,
        env: { ...process.env, TEST_URL: database.url, TEST_SOURCE: JSON.stringify(source) },
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

  it('are sealed once each, however often the process is killed, and the log tells of each row once', async () => {
    await add(1, ROWS);
    for (const [place, times] of [
      ['middle', 1],
      ['again', 2],
      ['middle', 1],
      ['again', 1],
    ] as const) {
      expect(await workUntil(place, times)).toBe(false);
      expect(await proof()).not.toEqual({ proved: true });
    }
    expect(await workUntil('never', 1)).toBe(true);
    const rows = await db.query<{ id: number; name: string | null; sealed: string | null }>(
      `SELECT id, name, convert_from(name_sealed, 'UTF8') AS sealed FROM test_clear.people ORDER BY id`,
    );
    expect(rows).toHaveLength(ROWS);
    for (const { id, name, sealed } of rows) {
      const wanted = [
        [null, null],
        [`公司${id}`, null],
        ['*', `s-n${id}`],
        ['*', `s-n${id}`],
      ][id % 4];
      expect([name, sealed]).toEqual(wanted);
    }
    const told = await entries();
    const sealings = told.filter(({ action }) => action === 'clear-value.encrypt');
    expect(sealings.reduce((sum, { count }) => sum + count, 0)).toBe(ROWS / 2);
    expect(told.at(-1)).toMatchObject({
      action: 'clear-value.finish',
      subject: 'people',
      told: { pass: 2, sealed: '2000' },
    });
    expect(await proof()).toEqual({ proved: true });
  }, 120_000);

  it('are none on a fresh platform: proved at the first look, and never looked at again', async () => {
    await run();
    expect((await entries()).map(({ action }) => action)).toEqual(['clear-value.finish']);
    await add(1, 3);
    expect(await step()).toBe('idle');
  });

  it('are passed over while somebody holds the row, and taken a minute later', async () => {
    await add(2, 3);
    await owner.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM test_clear.people WHERE id = 2 FOR UPDATE');
      await run();
    });
    const clear = async () =>
      (await db.query<{ id: number }>('SELECT id FROM test_clear.people WHERE name_sealed IS NULL')).map(
        ({ id }) => id,
      );
    expect([await clear(), await proof()]).toEqual([[2], { proved: false }]);
    await run(new Date(at.getTime() + 60_000));
    expect([await clear(), await proof()]).toEqual([[], { proved: true }]);
  });

  it('that the vault does not take hold up no other, are told, and are tried again on the next day', async () => {
    await add(2, 3);
    await db.query("UPDATE test_clear.people SET name = 'refused' WHERE id = 2");
    await run();
    expect((await entries()).map(({ action }) => action)).toEqual(['clear-value.encrypt', 'clear-value.fail']);
    await db.query("UPDATE test_clear.people SET name = 'n2' WHERE id = 2");
    await run();
    expect(await proof()).toEqual({ proved: false });
    await run(new Date(at.getTime() + 86_400_000));
    expect(await proof()).toEqual({ proved: true });
  });
});
