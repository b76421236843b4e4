import { createDatabase, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createAudit, type Audit } from './audit-service';
import { record } from './record';
import { verifyLog, type Verification } from './verifying/verify-log';

const command: Command = {
  actor: { kind: 'account', name: 'finance-officer#3', role: 'finance-officer', accountId: 3 },
  at: new Date('2026-11-22T03:00:00Z'),
  traceId: 'trace-1',
};
const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    action: 'worker.register',
    subject: { kind: 'worker', id: index + 1 },
    after: { state: 'active', serial: index },
  }));

/** What the superuser does with triggers switched off, the strongest that the database knows, as the verifier then sees it; undone. */
async function tampered(superuser: Database, ...statements: string[]): Promise<Verification> {
  return superuser
    .transaction(async (tx) => {
      for (const statement of [`SET LOCAL session_replication_role = 'replica'`, ...statements])
        await tx.query(statement);
      throw new Seen(await verifyLog(tx));
    })
    .catch((error: unknown) => {
      if (error instanceof Seen) return error.verification;
      throw error;
    });
}

class Seen extends Error {
  constructor(readonly verification: Verification) {
    super('seen');
  }
}

const slip = `INSERT INTO audit.entries (at, actor_kind, actor_name, trace_id, action, subject_kind, subject_id)
  VALUES (now(), 'system', 'x', 'x', 'worker.pay', 'worker', '9')`;
const thisMonth = (statement: string): string =>
  `DO $$ BEGIN EXECUTE replace('${statement}', '@', to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')); END $$`;

/** R9.5: changed, deleted, inserted, swapped, truncated; each names the first broken row. Two blocks of ten rows are sealed. */
describe('a superuser with triggers switched off is found who', () => {
  let test: TestDatabase;
  let audit: Audit;
  let superuser: Database;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/audit'] });
    superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
    audit = createAudit(test.db);
    for (let block = 0; block < 2; block += 1) {
      await record(test.db, command, entries(10));
      expect(await audit.seal()).toBe(10);
    }
  });
  afterEach(async () => expect(await audit.verify()).toMatchObject({ ok: true, rows: 20, blocks: 2 }));
  afterAll(async () => {
    await superuser.close();
    await test.drop();
  });

  it.each([
    ['changes a row', `UPDATE audit.entries SET subject_id = '99' WHERE seq = 7`, 'changed', 1n, 7n],
    ['empties a field', 'UPDATE audit.entries SET after = NULL WHERE seq IN (13, 15)', 'changed', 2n, 13n],
    ['denies the approval', `UPDATE audit.entries SET approval_id = 'x' WHERE seq = 5`, 'changed', 1n, 5n],
    ['turns a row into one of the old form', 'UPDATE audit.entries SET form = 1 WHERE seq = 4', 'changed', 1n, 4n],
    ['moves the time of a row', `UPDATE audit.entries SET at = at - interval '1 day' WHERE seq = 2`, 'changed', 1n, 2n],
    ['swaps the numbers of two rows', 'UPDATE audit.entries SET seq = 11 - seq WHERE seq IN (3, 8)', 'changed', 1n, 3n],
    [
      'swaps what two rows tell',
      `UPDATE audit.entries e SET subject_id = o.subject_id FROM audit.entries o WHERE (e.seq, o.seq) IN ((16, 18), (18, 16))`,
      'changed',
      2n,
      16n,
    ],
    [
      'swaps two rows in their block',
      'UPDATE audit.blocks SET seqs = seqs[1:5] || seqs[7] || seqs[6] || seqs[8:10] WHERE no = 1',
      'changed',
      1n,
      7n,
    ],
  ])('%s', async (_what, statement, kind, block, seq) => {
    const { ok, firstBroken } = await tampered(superuser, statement);
    expect({ ok, firstBroken }).toMatchObject({
      ok: false,
      firstBroken: { kind, block, seq, entry: { actorName: 'finance-officer#3', action: 'worker.register' } },
    });
  });

  it.each([
    ['deletes a row', 'DELETE FROM audit.entries WHERE seq IN (14, 16)', 2n, 14n],
    ['truncates the log', 'TRUNCATE audit.entries', 1n, 1n],
    ['truncates this month', thisMonth('TRUNCATE audit.entries_@'), 1n, 1n],
    ['detaches this month', thisMonth('ALTER TABLE audit.entries DETACH PARTITION audit.entries_@'), 1n, 1n],
  ])('%s', async (_what, statement, block, seq) => {
    expect((await tampered(superuser, statement)).firstBroken).toEqual({ kind: 'missing', block, seq, entry: null });
  });

  it.each([
    ['inserts a row', slip, 21n],
    ['inserts a second row of a number', slip.replace('(at,', '(seq, at,').replace('(now(),', '(8, now(),'), 8n],
  ])('%s', async (_what, statement, seq) => {
    const { firstBroken } = await tampered(superuser, statement);
    expect(firstBroken).toMatchObject({ kind: 'added', block: null, seq });
  });

  it.each([
    [
      'cuts rows off at the seal',
      'UPDATE audit.blocks SET rows = 1, seqs = seqs[1:9], digests = substr(digests, 1, 288) WHERE no = 1',
      { kind: 'seal', block: 1n, seq: null },
    ],
    [
      'unlinks a block',
      `UPDATE audit.blocks SET previous_hash = sha256('x') WHERE no = 2`,
      { kind: 'chain', block: 2n, seq: null },
    ],
    ['removes a block', 'DELETE FROM audit.blocks WHERE no = 1', { kind: 'chain', block: 2n, seq: null }],
    ['truncates the blocks', 'TRUNCATE audit.blocks', { kind: 'added', block: null, seq: 1n }],
  ])('%s', async (_what, statement, firstBroken) => {
    expect((await tampered(superuser, statement)).firstBroken).toMatchObject(firstBroken);
  });
});
