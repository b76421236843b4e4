import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { rootOfText } from '../../domain';
import { createAudit, type Audit } from '../audit-service';
import { logWarnings } from '../log-warnings';
import { record } from '../record';
import { verifyInJob } from '../verifying/verify-job';
import { lastVerifications } from '../verifying/verification-rows';
import { exportRoots, readRoots, rootFileName } from './export-roots';
import { allRoots } from './root-rows';
import { signDays } from './sign-days';
import { signInJob } from './sign-job';
import { fileSigner, makeSigningKey, trustedKeys } from './signer';

const command: Command = {
  actor: { kind: 'system', name: 'test' },
  at: new Date('2026-11-22T03:00:00Z'),
  traceId: 't',
};
const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    action: 'worker.register',
    subject: { kind: 'worker', id: index },
    after: { state: 'registered' },
  }));
const replica = `SET LOCAL session_replication_role = 'replica'`;

/** Three days of a log: entries on the first and the third, none on the second; the fourth is today. */
describe('daily roots', () => {
  let test: TestDatabase;
  let superuser: Database;
  let audit: Audit;
  let folder: string;
  let key: string;

  async function bySuperuser(...statements: string[]): Promise<void> {
    await superuser.transaction(async (tx) => {
      for (const statement of [replica, ...statements]) await tx.query(statement);
    });
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'audit-roots-'));
    key = path.join(folder, 'keys', 'audit-signing.pem');
    await makeSigningKey(key);
    test = await testDatabase({ only: ['plugins/audit'] });
    superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
    audit = createAudit(test.db);
    for (const count of [3, 4, 5]) {
      await record(test.db, command, entries(count));
      await audit.seal();
    }
    // The first two blocks of three days ago, the third of yesterday.
    await bySuperuser(
      `UPDATE audit.blocks SET sealed_at = now() - CASE no WHEN 3 THEN interval '1 day' ELSE interval '3 days' END`,
    );
  });
  afterEach(async () => {
    await superuser.close();
    await test.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const signed = async (): Promise<string[]> => signDays(test.db, await fileSigner(key));

  it('are signed for each day that is over, days without entries included, once', async () => {
    expect((await logWarnings(test.db)).find(({ kind }) => kind === 'root-missing')?.count).toBeGreaterThan(1n);
    expect(await signed()).toHaveLength(3);
    expect(await signed()).toEqual([]);
    expect(await logWarnings(test.db)).toEqual([]);
    const roots = (await allRoots(test.db)).map(({ signed: text }) => rootOfText(text));
    expect(roots.map((root) => [root?.firstBlock, root?.lastBlock, root?.rows])).toEqual([
      [1n, 2n, 7n],
      [3n, 2n, 0n],
      [3n, 3n, 5n],
    ]);
    const found = await audit.verify({ keys: await trustedKeys(key) });
    expect(found).toMatchObject({ ok: true, rows: 12, roots: 3 });
  });

  it('are not signed over a day whose rows are not what was sealed', async () => {
    await bySuperuser(`UPDATE audit.entries SET subject_id = '99' WHERE seq = 9`);
    await expect(signed()).rejects.toThrow('block 3: changed at entry 9');
    expect(await allRoots(test.db)).toHaveLength(2);
  });

  it('find a chain that was rewritten whole, though it is consistent in itself', async () => {
    await signed();
    await bySuperuser(
      `UPDATE audit.entries SET subject_id = '99' WHERE seq = 9`,
      'DELETE FROM audit.blocks',
      'INSERT INTO audit.unsealed SELECT seq, recorded_at FROM audit.entries WHERE seq <= 3',
    );
    await audit.seal();
    for (const range of ['seq BETWEEN 4 AND 7', 'seq > 7']) {
      await bySuperuser(`INSERT INTO audit.unsealed SELECT seq, recorded_at FROM audit.entries WHERE ${range}`);
      await audit.seal();
    }
    const day = (await allRoots(test.db))[2]?.day;
    expect(await audit.verify()).toMatchObject({ ok: false, firstBroken: { kind: 'root', block: 3n, day } });
  });

  it.each([
    ['a root with another signature', `UPDATE audit.roots SET signature = sha256('x') WHERE rows = 7`, 0],
    [
      'a root with another text',
      `UPDATE audit.roots SET signed = replace(signed, 'rows 7', 'rows 8') WHERE rows = 7`,
      0,
    ],
    ['a day taken out', 'DELETE FROM audit.roots WHERE rows = 0', 2],
    ['a first day taken out', 'DELETE FROM audit.roots WHERE rows = 7', 1],
  ])('find %s', async (_what, statement, broken) => {
    await signed();
    const before = await allRoots(test.db);
    await bySuperuser(statement);
    const found = await audit.verify({ keys: await trustedKeys(key) });
    expect(found).toMatchObject({ ok: false, firstBroken: { kind: 'root', day: before[broken]?.day } });
  });

  it('find a log cut at its end, and roots signed by another key', async () => {
    await signed();
    const last = (await allRoots(test.db))[2]?.day;
    await bySuperuser('DELETE FROM audit.blocks WHERE no = 3', 'DELETE FROM audit.entries WHERE seq > 7');
    expect(await audit.verify()).toMatchObject({ ok: false, firstBroken: { kind: 'root', block: 3n, day: last } });
    const stranger = path.join(folder, 'other', 'key.pem');
    await makeSigningKey(stranger);
    const first = (await allRoots(test.db))[0]?.day;
    expect(await audit.verify({ keys: await trustedKeys(stranger) })).toMatchObject({
      firstBroken: { kind: 'root', day: first },
    });
  });

  it('are exported, and prove what the database has lost altogether', async () => {
    const files = { signingKeyFile: key, exportFolders: [path.join(folder, 'out')] };
    expect(await signInJob(test.db, files, command)).toEqual({ done: 3 });
    const out = path.join(folder, 'out');
    expect(await readdir(out)).toHaveLength(3);
    expect(await readRoots(out)).toEqual(await allRoots(test.db));
    expect(await exportRoots(test.db, out)).toBe(0);
    await audit.seal();
    const job = {
      runId: '00000000-0000-4000-8000-000000000001',
      payload: { anchors: [] },
      progress: async () => undefined,
    };
    expect(await verifyInJob(test.db, files, job, command)).toMatchObject({ ok: true });
    expect(await verifyInJob(test.db, files, job, command)).toMatchObject({ ok: true });
    expect(await lastVerifications(test.db, 5)).toMatchObject([
      { ok: true, roots: 3, actorName: 'test', head: { block: 4 } },
    ]);
    const day = (await allRoots(test.db))[0]?.day;
    await bySuperuser('TRUNCATE audit.entries, audit.blocks, audit.unsealed, audit.roots');
    expect(await audit.verify()).toMatchObject({ ok: true, rows: 0 });
    const again = { ...job, runId: '00000000-0000-4000-8000-000000000002' };
    expect(await verifyInJob(test.db, files, again, command)).toMatchObject({ ok: false });
    expect(await lastVerifications(test.db, 1)).toMatchObject([{ ok: false, firstBroken: { kind: 'root', day } }]);
    expect(await logWarnings(test.db)).toMatchObject([{ kind: 'broken', samples: ['root'] }]);
  });

  it('count a file that was spoilt as one that fits nothing, and never write over it', async () => {
    await signed();
    const out = path.join(folder, 'out');
    await exportRoots(test.db, out);
    const day = (await allRoots(test.db))[1]?.day ?? '';
    await writeFile(path.join(out, rootFileName(day)), 'x');
    expect(await exportRoots(test.db, out)).toBe(0);
    expect(await audit.verify({ exported: await readRoots(out) })).toMatchObject({ ok: false, firstBroken: { day } });
  });

  it('are written by nobody but the function, each where the one before ended', async () => {
    await signed();
    await expect(test.db.query('DELETE FROM audit.roots')).rejects.toThrow('permission denied');
    await expect(superuser.query('UPDATE audit.roots SET rows = 1')).rejects.toThrow('never changed');
    await expect(superuser.query('TRUNCATE audit.verifications')).rejects.toThrow('never changed');
    const [root] = await superuser.query(
      'SELECT day + 9 AS day, 9 AS "firstBlock", 9 AS "lastBlock" FROM audit.roots LIMIT 1',
    );
    await expect(test.db.query('SELECT audit.keep_root($1)', [JSON.stringify(root)])).rejects.toThrow('goes on where');
  });
});

describe('the signing key', () => {
  it('is made once, readable by nobody else, and refused where others can read it', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'audit-key-'));
    const file = path.join(folder, 'keys', 'audit-signing.pem');
    await makeSigningKey(file);
    const first = await readFile(file, 'utf8');
    await makeSigningKey(file);
    expect(await readFile(file, 'utf8')).toBe(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { keyId } = await fileSigner(file);
    expect([...(await trustedKeys(file)).keys()]).toEqual([keyId]);
    await writeFile(path.join(folder, 'open.pem'), first, { mode: 0o644 });
    await expect(fileSigner(path.join(folder, 'open.pem'))).rejects.toThrow('open to other users');
    await rm(folder, { recursive: true, force: true });
  });
});
