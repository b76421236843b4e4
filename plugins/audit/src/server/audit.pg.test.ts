import { Client } from 'pg';
import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createAudit, type Audit } from './audit-service';
import { logWarnings } from './log-warnings';
import { idsHash, record } from './record';

const at = new Date('2026-11-22T03:00:00Z');
const command: Command = {
  actor: { kind: 'account', name: 'finance-officer#3', role: 'finance-officer', accountId: 3 },
  at,
  traceId: 'trace-1',
  address: '203.0.113.9',
  reason: '补录',
  sessionId: '5e8f2a9c-0000-4000-8000-000000000001',
  approvalId: 'approval-7',
};

const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    action: 'worker.register',
    subject: { kind: 'worker', id: index + 1 },
    after: { name: '张*', state: 'active', serial: BigInt(index) },
  }));

/** Does something as another role than the application. */
async function as(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('audit log', () => {
  let test: TestDatabase;
  let audit: Audit;

  beforeEach(async () => {
    test = await testDatabase({ only: ['plugins/audit'] });
    audit = createAudit(test.db);
  });
  afterEach(() => test.drop());

  it('records who, what, when, from where and why', async () => {
    await record(test.db, command, {
      action: 'order.cancel',
      subject: { kind: 'order', id: 5n },
      before: { state: 'confirmed' },
      outcome: 'refused',
    });
    const row = await test.db.one('SELECT * FROM audit.published_entries');
    expect(row).toMatchObject({
      at,
      db_user: 'linggong_app',
      actor_name: 'finance-officer#3',
      actor_role: 'finance-officer',
      account_id: 3,
      trace_id: 'trace-1',
      address: '203.0.113.9',
      action: 'order.cancel',
      subject_kind: 'order',
      subject_id: '5',
      count: 1n,
      reason: '补录',
      before: { state: 'confirmed' },
      after: null,
      session_id: '5e8f2a9c-0000-4000-8000-000000000001',
      approval_id: 'approval-7',
      outcome: 'refused',
      xid: expect.stringMatching(/^\d+$/),
      form: 2,
    });
  });

  it('records a set command in one row with count and hash', async () => {
    const ids = [3, 1, 2];
    await record(test.db, command, { action: 'orders.confirm', subject: { kind: 'settlement-batch', id: 9 }, ids });
    const row = await test.db.one('SELECT count, ids_sha256 FROM audit.published_entries');
    expect(row).toEqual({ count: 3n, ids_sha256: idsHash([1, 2, 3]) });
  });

  it('forgets what was rolled back', async () => {
    await expect(
      test.db.transaction(async (tx) => {
        await record(tx, command, entries(3));
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await audit.seal()).toBe(0);
    expect(await audit.verify()).toMatchObject({ ok: true, rows: 0, sealedUntil: null });
  });

  it('seals late what commits late, and loses nothing', async () => {
    let release = (): void => undefined;
    const open = new Promise<void>((resolve) => (release = resolve));
    const late = test.db.transaction(async (tx) => {
      await record(tx, command, entries(2));
      await open;
    });
    await record(test.db, command, entries(3));
    expect(await audit.seal()).toBe(3);
    release();
    await late;
    expect(await audit.seal()).toBe(2);
    expect(await audit.verify()).toMatchObject({ ok: true, rows: 5, blocks: 2 });
  });

  it('lets several processes seal at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => record(test.db, command, entries(100))));
    const counts = await Promise.all(Array.from({ length: 5 }, () => audit.seal()));
    const rest = await audit.seal();
    expect(counts.reduce((sum, one) => sum + one, rest)).toBe(800);
    expect(await audit.verify()).toMatchObject({ ok: true, rows: 800 });
  });

  it('finds an entry removed before its seal', async () => {
    await record(test.db, command, entries(3));
    await as(test.superuserUrl, `SET session_replication_role = 'replica'`, 'DELETE FROM audit.entries WHERE seq = 2');
    await audit.seal();
    expect((await audit.verify()).firstBroken).toEqual({ kind: 'missing', block: 1n, seq: 2n, entry: null });
  });

  it('finds an entry changed before its seal: its digest was taken when it was written', async () => {
    await record(test.db, command, entries(3));
    await as(
      test.superuserUrl,
      `SET session_replication_role = 'replica'`,
      `UPDATE audit.entries SET subject_id = '9' WHERE seq = 2`,
    );
    await audit.seal();
    expect((await audit.verify()).firstBroken).toMatchObject({ kind: 'changed', block: 1n, seq: 2n });
  });

  it('seals what was queued without a digest, before there were any', async () => {
    await record(test.db, command, entries(4));
    await as(test.superuserUrl, 'UPDATE audit.unsealed SET digest = NULL WHERE seq < 4');
    expect(await audit.seal()).toBe(4);
    expect(await audit.verify()).toMatchObject({ ok: true, rows: 4, blocks: 1 });
  });

  it('cuts what waits into blocks of a bounded size, in one transaction', async () => {
    await record(test.db, command, entries(10));
    await record(test.db, command, entries(3));
    expect(await test.db.one('SELECT audit.seal(4, 3) AS rows')).toEqual({ rows: 12 });
    expect(await test.db.query('SELECT rows FROM audit.published_blocks ORDER BY no')).toEqual(
      [4, 4, 4].map((rows) => ({ rows })),
    );
    expect(await audit.seal()).toBe(1);
    expect(await audit.verify()).toMatchObject({ ok: true, rows: 13, blocks: 4 });
  });

  it('finds an entry that is kept from its seal', async () => {
    await record(test.db, command, entries(2));
    await audit.seal();
    await record(test.db, command, entries(1));
    await as(test.superuserUrl, 'DELETE FROM audit.unsealed');
    expect((await audit.verify()).firstBroken).toMatchObject({ kind: 'added', block: null, seq: 3n });
  });

  it('notices a seal that no longer runs', async () => {
    await record(test.db, command, entries(1));
    expect((await audit.verify({ unsealedSecondsMax: -1 })).firstBroken).toMatchObject({
      kind: 'unsealed',
      block: null,
      seq: 1n,
    });
  });

  it('finds a chain rewritten from the start, by a head noted outside', async () => {
    await record(test.db, command, entries(3));
    await audit.seal();
    const { head } = await audit.verify();
    await as(
      test.superuserUrl,
      `SET session_replication_role = 'replica'`,
      `UPDATE audit.entries SET subject_id = '99' WHERE seq = 2`,
      'DELETE FROM audit.blocks',
      'INSERT INTO audit.unsealed SELECT seq, recorded_at FROM audit.entries',
    );
    await audit.seal();
    expect((await audit.verify()).ok).toBe(true);
    const { firstBroken } = await audit.verify({ anchors: head ? [head] : [] });
    expect(firstBroken).toMatchObject({ kind: 'seal', block: 1n, seq: null });
  });

  it('warns of entries that wait longer than ten seconds, and of no others', async () => {
    await record(test.db, command, entries(3));
    expect(await logWarnings(test.db)).toEqual([]);
    await as(test.superuserUrl, `UPDATE audit.unsealed SET recorded_at = recorded_at - interval '11 s' WHERE seq > 1`);
    expect(await logWarnings(test.db)).toEqual([{ kind: 'unsealed', count: 2n, samples: ['2', '3'] }]);
  });

  it('makes the months ahead, and once', async () => {
    expect(await audit.prepare(at)).toBeGreaterThanOrEqual(0);
    expect(await audit.prepare(at)).toBe(0);
  });
});

describe('a sealed log', () => {
  let shared: TestDatabase;

  beforeAll(async () => {
    shared = await testDatabase({ only: ['plugins/audit'] });
    await record(shared.db, command, entries(2));
    await createAudit(shared.db).seal();
  });
  afterAll(() => shared.drop());

  it.each([
    'UPDATE audit.entries SET reason = NULL',
    'DELETE FROM audit.entries',
    'TRUNCATE audit.entries',
    'UPDATE audit.published_entries SET reason = NULL',
    'DELETE FROM audit.published_entries',
    'DELETE FROM audit.published_blocks',
    'DELETE FROM audit.unsealed',
    `INSERT INTO audit.entries (at, actor_kind, actor_name, trace_id, action, subject_kind, subject_id)
     VALUES (now(), 'system', 'x', 'x', 'x', 'x', 'x')`,
    'SELECT audit.digest(e) FROM audit.entries e',
    'DROP TRIGGER entries_stay ON audit.entries',
    'SET SESSION ROLE linggong_audit',
  ])('refuses the application: %s', async (statement) => {
    await expect(shared.db.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    expect(await createAudit(shared.db).verify()).toMatchObject({ ok: true, rows: 2 });
  });

  it.each([
    `UPDATE audit.entries SET reason = 'another' WHERE seq = 1`,
    'DELETE FROM audit.entries WHERE seq = 1',
    'TRUNCATE audit.entries',
    `DO $$ BEGIN EXECUTE 'TRUNCATE audit.entries_' || to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM'); END $$`,
    'DELETE FROM audit.blocks',
    'TRUNCATE audit.blocks',
    'UPDATE audit.blocks SET rows = 1',
  ])('refuses even the owner by trigger: %s', async (statement) => {
    await expect(as(shared.ownerUrl, statement)).rejects.toThrow(/never changed or removed/);
    expect(await createAudit(shared.db).verify()).toMatchObject({ ok: true, rows: 2 });
  });
});
