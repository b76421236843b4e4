import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile, truncate } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { merkleTree, rootOfText, type EntryText } from '../../domain';
import { createAudit, type Audit } from '../audit-service';
import { signDays } from '../roots/sign-days';
import { fileSigner, makeSigningKey, trustedKeys } from '../roots/signer';
import { sha256 } from '../sha256';
import { digestOf } from '../verifying/blocks';
import { archiveInJob } from './archive-job';
import { allArchives, archiveOf, type Archive } from './archive-rows';
import { ArchiveBroken, type ArchiveStore } from './archive-store';
import { readArchive } from './read-archive';

const command: Command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 't' };

/** First days of three months: two that are old enough, and one that is not. */
const monthsSql = `SELECT to_char(month, 'YYYY-MM') AS month FROM (
  SELECT (date_trunc('month', (now() - interval '184 days') AT TIME ZONE 'UTC') + make_interval(months => n))::date AS month
    FROM generate_series(-2, 0) n) m ORDER BY 1`;

const makeMonth = (month: string): string => {
  const name = `audit.entries_${month.replace('-', '_')}`;
  return `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF audit.entries FOR VALUES FROM ('${month}-01 00:00Z')
    TO (('${month}-01 00:00Z'::timestamptz AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
    ALTER TABLE ${name} OWNER TO linggong_audit`;
};

/** Fourteen entries a month, in blocks of five: blocks lie across the turn of the months. */
const fillMonth = `INSERT INTO audit.entries (recorded_at, at, actor_kind, actor_name, trace_id, action, subject_kind, subject_id, after)
  SELECT moment, moment, 'account', 'operator#1', 't', 'worker.register', 'worker', n::text, '{"state": "active"}'
    FROM generate_series(0, 13) n, LATERAL (SELECT ($1 || '-01 00:00:00.000001Z')::timestamptz + n * interval '51 hours' AS moment) m
   ORDER BY n`;

/** R9.5, GB/T 22239 8.1.4.3: six months online at least, then archived with its proofs. */
describe('the archive of the audit log', () => {
  let test: TestDatabase;
  let superuser: Database;
  let audit: Audit;
  let folder = '';
  let key = '';
  let months: [string, string, string];
  let store: ArchiveStore;
  const placeOf = (id: string): string => path.join(folder, 'archives', id);

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/audit'] });
    superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
    audit = createAudit(test.db);
    folder = await mkdtemp(path.join(os.tmpdir(), 'audit-archive-'));
    key = path.join(folder, 'keys', 'audit-signing.pem');
    await makeSigningKey(key);
    store = folderStore();
    months = (await superuser.query<{ month: string }>(monthsSql)).map(({ month }) => month) as typeof months;
    for (const month of months) {
      await superuser.query(makeMonth(month));
      await superuser.query(fillMonth, [month]);
    }
    await superuser.query('INSERT INTO audit.unsealed SELECT seq, recorded_at FROM audit.entries ORDER BY seq');
    expect(await test.db.one('SELECT audit.seal(5, 100) AS rows')).toEqual({ rows: 42 });
    await changed('UPDATE audit.blocks SET sealed_at = last_at');
    expect((await signDays(test.db, await fileSigner(key))).length).toBeGreaterThan(200);
  }, 240_000);
  afterAll(async () => {
    await superuser?.close();
    await test?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Files as they are, so that only the archive's own proofs find what is changed in them. */
  function folderStore(): ArchiveStore {
    return {
      async put(_db, _month, bytes) {
        const all: Buffer[] = [];
        for await (const chunk of bytes) all.push(chunk);
        const whole = Buffer.concat(all);
        const id = randomUUID();
        await mkdir(path.dirname(placeOf(id)), { recursive: true });
        await writeFile(placeOf(id), whole);
        return { id, sha256: createHash('sha256').update(whole).digest('hex'), bytes: whole.length };
      },
      async *open(id) {
        const whole = await readFile(placeOf(id)).catch(() => undefined);
        if (!whole) throw new ArchiveBroken();
        for (let at = 0; at < whole.length; at += 1_000) yield whole.subarray(at, at + 1_000);
      },
    };
  }

  const changed = (statement: string): Promise<unknown> =>
    superuser.transaction(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      return tx.query(statement);
    });
  const run = (by: ArchiveStore = store) => archiveInJob(test.db, by, key, command);
  const verify = async () => audit.verify({ keys: await trustedKeys(key), openArchive: store.open });
  const partitions = async (): Promise<string[]> => {
    const rows = await superuser.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'audit.entries'::regclass`,
    );
    return rows.map(({ name }) => name);
  };
  const isOnline = async (month: string): Promise<boolean> =>
    (await partitions()).includes(`entries_${month.replace('-', '_')}`);
  const kept = async (month: string): Promise<Archive> => {
    const archive = await archiveOf(test.db, month);
    if (!archive) throw new Error(`${month} is not archived`);
    return archive;
  };

  it('leaves a month where it is that is not as it was sealed', async () => {
    await changed(`UPDATE audit.entries SET subject_id = subject_id || 'x' WHERE seq = 20`);
    await expect(run()).rejects.toThrow(`${months[1]} is not archived: block 4: changed at entry 20`);
    expect([await isOnline(months[0]), await isOnline(months[1])]).toEqual([false, true]);
    await changed(`UPDATE audit.entries SET subject_id = rtrim(subject_id, 'x') WHERE seq = 20`);
    expect(await verify()).toMatchObject({ ok: true, rows: 42 });
  });

  it('goes on where it was broken off: the file is read back before anything leaves', async () => {
    const before = (await readdir(path.join(folder, 'archives'))).length;
    const blind: ArchiveStore = {
      put: (...of) => store.put(...of),
      async *open() {
        yield await Promise.reject(new Error('the store is away'));
      },
    };
    await expect(run(blind)).rejects.toThrow('the store is away');
    expect(await isOnline(months[1])).toBe(true);
    expect((await kept(months[1])).detachedAt).toBeNull();
    expect(await verify()).toMatchObject({ ok: true, rows: 42 });
    // Cut short meanwhile: it does not open, and while the rows are there another one is written in its place.
    const cut = await kept(months[1]);
    await truncate(placeOf(cut.fileId), 200);
    expect(await run()).toEqual({ done: 1 });
    expect((await kept(months[1])).fileId).not.toBe(cut.fileId);
    expect((await readdir(path.join(folder, 'archives'))).length).toBe(before + 2);
    const forged = JSON.stringify({
      month: `${months[1]}-01`,
      fileId: cut.fileId,
      sha256: cut.sha256,
      bytes: 1,
      rows: 0,
      root: cut.sha256,
    });
    await expect(test.db.query('SELECT audit.keep_archive($1)', [forged])).rejects.toThrow(/never changed/);
  });

  it('takes out what is old enough and nothing younger, and the log verifies as before', async () => {
    expect(await run()).toEqual({ done: 0 });
    expect([await isOnline(months[0]), await isOnline(months[1]), await isOnline(months[2])]).toEqual([
      false,
      false,
      true,
    ]);
    expect(
      await test.db.query('SELECT 1 FROM audit.published_entries WHERE action = $1', ['worker.register']),
    ).toHaveLength(14);
    expect(await allArchives(test.db)).toMatchObject(
      [months[0], months[1]].map((month) => ({ month, rows: 14n, detachedAt: expect.any(Date) })),
    );
    await audit.seal();
    expect(await verify()).toMatchObject({ ok: true, rows: 44, blocks: 10 });
    // Without the archives too: their rows are passed over, chain and roots are not.
    expect(await audit.verify({ keys: await trustedKeys(key) })).toMatchObject({ ok: true, rows: 44 });
    const told = await test.db.query(
      `SELECT subject_id AS month FROM audit.published_entries WHERE action = 'audit-archive.keep' ORDER BY seq`,
    );
    expect(told).toEqual([{ month: months[0] }, { month: months[1] }]);
  });

  interface Line {
    readonly entry?: EntryText;
    readonly block?: { readonly no: string; readonly seqs: string[]; readonly digests: string };
    readonly root?: { readonly signed: string };
    readonly end?: { readonly rows: string; readonly root: string };
  }

  it('proves itself: rows, days and month are computed from the file alone', async () => {
    const archive = await kept(months[1]);
    const lines = (await readFile(placeOf(archive.fileId), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line): Line => JSON.parse(line));
    const digests = new Map<string, string>();
    const [day, month] = [{ tree: merkleTree(sha256) }, merkleTree(sha256)];
    let days = 0;
    for (const { entry, block, root } of lines) {
      const all = Buffer.from(block?.digests ?? '', 'base64');
      for (const [place, seq] of (block?.seqs ?? []).entries()) {
        const digest = all.subarray(place * 32, (place + 1) * 32);
        digests.set(seq, digest.toString('hex'));
        day.tree.add(digest);
      }
      if (entry) {
        expect(entry.recorded_at?.slice(0, 7)).toBe(months[1]);
        expect(digestOf(entry).toString('hex')).toBe(digests.get(entry.seq ?? ''));
        month.add(digestOf(entry));
      }
      if (!root) continue;
      expect(Buffer.from(day.tree.root()).toString('hex')).toBe(rootOfText(root.signed)?.root);
      [day.tree, days] = [merkleTree(sha256), days + 1];
    }
    expect(days).toBeGreaterThan(2);
    expect(lines.at(-1)?.end).toEqual({ rows: '14', root: Buffer.from(month.root()).toString('hex') });
    expect(archive.root).toBe(lines.at(-1)?.end?.root);
  });

  it('is read back whole, each block held against the chain', async () => {
    const archive = await kept(months[0]);
    const read: Buffer[] = [];
    for await (const chunk of readArchive(test.db, archive, store.open)) read.push(chunk);
    expect(Buffer.concat(read).equals(await readFile(placeOf(archive.fileId)))).toBe(true);
  });

  /** With the file of a month changed, and put right again. */
  async function withFile(month: string, change: (text: string) => string | undefined, look: () => Promise<void>) {
    const place = placeOf((await kept(month)).fileId);
    const text = await readFile(place, 'utf8');
    const other = change(text);
    await (other === undefined ? rm(place) : writeFile(place, other));
    await look().finally(() => writeFile(place, text));
  }

  it.each([
    [
      'a changed entry',
      (text: string) => text.replace(/("seq":"22".*?"subject_id":")/, '$1x'),
      { kind: 'changed', seq: 22n },
    ],
    [
      'an entry taken out',
      (text: string) => text.replace(/\{"entry":\{"seq":"21".*\n/, ''),
      { kind: 'missing', seq: 21n },
    ],
    [
      'two entries swapped',
      (text: string) => text.replace(/(\{"entry".*\n)(\{"entry".*\n)/, '$2$1'),
      { kind: 'archive' },
    ],
    ['a changed root', (text: string) => text.replace('rows 5', 'rows 6'), { kind: 'archive' }],
    ['a file cut off', (text: string) => text.slice(0, text.length / 2), { kind: 'archive' }],
    ['something else', () => 'no archive', { kind: 'archive' }],
    ['no file', () => undefined, { kind: 'archive' }],
  ])('is found by a verification where it is altered: %s', async (_what, change, broken) => {
    const month = months[1];
    await withFile(month, change, async () => {
      const found = await verify();
      expect(found.ok).toBe(false);
      expect(found.firstBroken).toMatchObject(broken.kind === 'archive' ? { ...broken, month } : broken);
      const reading = (async () => {
        for await (const _ of readArchive(test.db, await kept(month), store.open)) void _;
      })();
      await expect(reading).rejects.toThrow(ArchiveBroken);
    });
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('is found to be another, where a month is given the file of the other', async () => {
    const other = await readFile(placeOf((await kept(months[0])).fileId), 'utf8');
    await withFile(
      months[1],
      () => other,
      async () => expect((await verify()).ok).toBe(false),
    );
  });

  it('hides nothing: rows that left beside it are missing, rows that were put back are added', async () => {
    const put = `INSERT INTO audit.entries (seq, recorded_at, at, actor_kind, actor_name, trace_id, action, subject_kind, subject_id)
      VALUES (17, '${months[1]}-03 00:00Z', now(), 'system', 'x', 'x', 'worker.pay', 'worker', '9')`;
    await changed(put);
    expect((await verify()).ok).toBe(false);
    await changed('DELETE FROM audit.entries WHERE seq = 17');
    // The first row of the youngest month shares its block with the last of the archived one.
    const row = 'FROM audit.entries WHERE seq = 29';
    await superuser.query(`CREATE TABLE public.aside AS SELECT * ${row}`);
    await changed(`DELETE ${row}`);
    expect((await verify()).firstBroken).toMatchObject({ kind: 'missing', seq: 29n });
    expect((await audit.verify()).firstBroken).toMatchObject({ kind: 'missing' });
    await changed('INSERT INTO audit.entries SELECT * FROM public.aside');
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('is not made of a month too young, unsealed or of other rows, whatever the application asks for', async () => {
    const archive = (rows: number) =>
      JSON.stringify({
        month: `${months[2]}-01`,
        fileId: randomUUID(),
        sha256: '00'.repeat(32),
        bytes: 9,
        rows,
        root: '00'.repeat(32),
      });
    const detach = (rows: number) =>
      test.db.transaction(async (tx) => {
        await tx.query('SELECT audit.keep_archive($1::jsonb)', [archive(rows)]);
        await tx.query('SELECT audit.detach_month($1::date)', [`${months[2]}-01`]);
      });
    await expect(detach(14)).rejects.toThrow(/not six months old/);
    await expect(test.db.query('SELECT audit.detach_month($1::date)', [`${months[2]}-01`])).rejects.toThrow(
      /no archive/,
    );
    await expect(test.db.query('UPDATE audit.archives SET rows = 1')).rejects.toThrow(/permission denied/);
    await expect(superuser.query('UPDATE audit.archives SET rows = 1')).rejects.toThrow(/never changed/);
    await expect(superuser.query('DELETE FROM audit.archives')).rejects.toThrow(/never changed/);
    expect(await isOnline(months[2])).toBe(true);
  });
});
