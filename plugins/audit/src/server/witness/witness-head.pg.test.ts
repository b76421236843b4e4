import { createHash } from 'node:crypto';
import { createDatabase, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { chainBegin, recordDigest, type RecordText } from '../../domain';
import { logWarnings } from '../log-warnings';
import { verifyInJob } from '../verifying/verify-job';
import { verifyWitness } from './verify-witness';
import { cutWarnings, noteWitnessHead } from './witness-head';

const command: Command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 't' };
const atMs = Date.UTC(2026, 10, 26);

/** Issue 4, audit; R9.5: what the witness kept cannot be cut off its end unseen, not by a superuser with triggers off either. */
let test: TestDatabase;
let superuser: Database;
beforeEach(async () => {
  test = await testDatabase({ only: ['plugins/audit'] });
  superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
}, 120_000);
afterEach(async () => {
  await superuser?.close();
  await test?.drop();
});

/** One record behind the last, as the witness chains it. */
async function witnessed(user: string): Promise<void> {
  const last = await superuser.maybeOne<{ no: bigint; digest: Buffer }>(
    'SELECT no, digest FROM witness.transactions ORDER BY no DESC LIMIT 1',
  );
  const no = (last?.no ?? 0n) + 1n;
  const previous = last?.digest ?? chainBegin;
  const nothing = { xid: null, lsn: null, address: null, application: null, pid: null, replica: false, forged: false };
  const lists = { candidates: '[]', tables: '[]', rows: 0n, kept: 0n };
  const text: RecordText = { no, kind: 'bypass', atMs, user, source: 'session-user', ...nothing, ...lists };
  const digest = recordDigest(previous, text, createHash('sha256').digest());
  await superuser.query(
    `INSERT INTO witness.transactions (no, kind, at, db_user, user_source, candidates, replica_role, forged, tables, rows, kept, previous, digest)
     VALUES ($1, 'bypass', $2, $3, 'session-user', '[]', false, false, '[]', 0, 0, $4, $5)`,
    [no.toString(), new Date(atMs), user, previous, digest],
  );
}
const cut = (from: number): Promise<unknown> =>
  superuser.transaction(async (tx) => {
    await tx.query(`SET LOCAL session_replication_role = 'replica'`);
    await tx.query('DELETE FROM witness.transactions WHERE no >= $1', [from]);
  });
const note = (): Promise<void> => test.db.transaction((tx) => noteWitnessHead(tx, command));
const notes = async (): Promise<string[]> => {
  const rows = await test.db.query<{ id: string }>(
    `SELECT subject_id AS id FROM audit.published_entries WHERE action = 'witness-head.note' ORDER BY seq`,
  );
  return rows.map(({ id }) => id);
};

it('notes the head when it has grown, and only then', async () => {
  await note();
  expect(await notes()).toEqual([]);
  for (const user of ['one', 'two']) await witnessed(user);
  await note();
  await note();
  expect(await notes()).toEqual(['2']);
  await witnessed('three');
  await note();
  expect(await notes()).toEqual(['2', '3']);
  expect(await verifyWitness(test.db)).toEqual({ records: 3n, broken: undefined });
  expect(await cutWarnings(test.db)).toEqual([]);
});

it('tells where the newest records are gone, and where others stand in their place', async () => {
  for (const user of ['one', 'two', 'three']) await witnessed(user);
  await note();
  await cut(2);
  expect(await verifyWitness(test.db)).toEqual({ records: 1n, broken: 2n });
  expect(await cutWarnings(test.db)).toEqual([{ kind: 'witness-cut', count: 1n, samples: ['3'] }]);
  for (const user of ['other', 'another', 'more']) await witnessed(user);
  // What grew upon the cut anchors nothing.
  await note();
  expect(await notes()).toEqual(['3']);
  expect(await verifyWitness(test.db)).toEqual({ records: 4n, broken: 3n });
});

it('makes the weekly verification fail, by a name of its own', async () => {
  const files = { signingKeyFile: '/nowhere/audit-signing.pem', exportFolders: [] };
  const verify = (run: number) =>
    verifyInJob(
      test.db,
      files,
      { runId: `00000000-0000-4000-8000-00000000000${run}`, payload: null, progress: async () => undefined },
      command,
    );
  for (const user of ['one', 'two']) await witnessed(user);
  await note();
  expect(await verify(1)).toMatchObject({ ok: true });
  await cut(2);
  expect(await verify(2)).toMatchObject({ ok: false });
  expect(await logWarnings(test.db)).toContainEqual({ kind: 'broken', count: 1n, samples: ['witness'] });
});
