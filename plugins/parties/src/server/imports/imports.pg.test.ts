import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Problem } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { importAnswer } from '../../api';
import { createPartiesRig, operatorAt, type PartiesRig } from '../../testing/parties-rig';
import { importSheets } from '../retention';
import { importById } from './import-rows';
import { importState } from './import-state';
import { receiveImport } from './receive-import';
import { runImport } from './run-import';

const at = new Date('2026-11-22T03:00:00Z');
const command = operatorAt(at);

let kit: TestDatabase;
let rig: PartiesRig;

beforeAll(async () => {
  kit = await testDatabase();
  rig = await createPartiesRig(kit, { now: () => at });
}, 120_000);
afterAll(async () => {
  await rig?.stop();
  await kit?.drop();
});

const HEADER = '姓名,证件号码,手机号,银行卡号,地址';
const line = (serial: number): string =>
  `张三,11010119900307${String(serial).padStart(4, '0')},138${String(10_000_000 + serial)},6222028872${String(serial).padStart(9, '0')},北京市某区`;

async function receive(bytes: Buffer | string): Promise<{ id: string; jobId: string }> {
  const stream = Readable.from([Buffer.from(bytes)]);
  return receiveImport(rig.tools, command, { name: 'workers.csv', stream }, undefined, async () => undefined);
}

async function importOf(bytes: Buffer | string) {
  const { id } = await receive(bytes);
  await rig.jobs.drain();
  const faults = await kit.db.query<{ rowNo: number; field: string; code: string }>(
    'SELECT row_no AS "rowNo", field, code FROM parties.worker_import_faults WHERE import_id = $1 ORDER BY id',
    [id],
  );
  return { ...(await importById(kit.db, id)), faults };
}

it('registers the good rows of a sheet and says of each bad one why', async () => {
  const rows = [
    line(1),
    line(2),
    line(1),
    '李四,123,13812340001,,',
    ',110101199003079998,13812340002,,',
    line(3).replace('张三', '=1+1'),
    '王五,110101199003079997,13812340003,6.22203E+18,',
  ];
  const result = await importOf(`${HEADER}\n${rows.join('\n')}\n`);
  expect(result).toMatchObject({ state: 'done', rowsRead: 7, rowsRegistered: 2, rowsRefused: 5, problem: null });
  expect(result.faults).toEqual([
    { rowNo: 4, field: 'identityNumber', code: 'repeated-in-sheet' },
    { rowNo: 5, field: 'identityNumber', code: 'form' },
    { rowNo: 6, field: 'name', code: 'name-empty' },
    { rowNo: 7, field: 'name', code: 'cell-formula' },
    { rowNo: 8, field: 'cardNumber', code: 'cell-not-text' },
  ]);
});

it('reads GB18030 and XLSX alike, and tells who is registered already', async () => {
  const fixture = (name: string): Promise<Buffer> => readFile(path.join(__dirname, 'fixtures', name));
  const gb = await importOf(await fixture('workers-gb18030.csv'));
  expect(gb).toMatchObject({ rowsRegistered: 1, rowsRefused: 1 });
  expect(gb.faults).toEqual([{ rowNo: 3, field: 'identityNumber', code: 'already-registered' }]);
  // Its third row has a numeric identity cell, which a spreadsheet may have changed.
  const xlsx = await importOf(await fixture('workers.xlsx'));
  expect(xlsx).toMatchObject({ rowsRead: 2, rowsRegistered: 1, rowsRefused: 1 });
  expect(xlsx.faults).toEqual([{ rowNo: 3, field: 'identityNumber', code: 'cell-not-text' }]);
});

it('refuses words it does not know, naming those it does, and is not misled by what every object has', async () => {
  const header = '姓名,证件号码,手机号,证件类型,税收居民';
  const row = (serial: number, kind: string, resident: string) =>
    `张三,11010119900306${String(serial).padStart(4, '0')},138${String(20_000_000 + serial)},${kind},${resident}`;
  const rows = [
    row(1, '身份证', '非居民'),
    row(2, 'constructor', '是'),
    row(3, '', '__proto__'),
    row(4, '', 'No'),
    '李四,123,13820000009,护照,也许',
  ];
  const result = await importOf(`${header}\n${rows.join('\n')}\n`);
  expect(result).toMatchObject({ state: 'done', rowsRegistered: 1, rowsRefused: 4 });
  expect(result.faults).toEqual([
    { rowNo: 2, field: 'taxResident', code: 'word-unknown' },
    { rowNo: 3, field: 'identityKind', code: 'word-unknown' },
    { rowNo: 4, field: 'taxResident', code: 'word-unknown' },
    { rowNo: 6, field: 'identityKind', code: 'word-unknown' },
    { rowNo: 6, field: 'taxResident', code: 'word-unknown' },
    { rowNo: 6, field: 'identityNumber', code: 'form' },
  ]);
  const { en } = await kit.db.one<{ en: string }>(
    `SELECT text_en AS en FROM parties.worker_import_faults WHERE import_id = $1 AND row_no = 2`,
    [result.id],
  );
  expect(en).toContain('是 / 否 / yes / no');
});

it('refuses a sheet without rows while its sender waits', async () => {
  await expect(receive(`${HEADER}\n\n`)).rejects.toMatchObject({ status: 422, code: 'sheet-header-only' });
});

it('refuses a file that is no such sheet while its sender waits', async () => {
  const refused: Problem = await receive('名,号\n1,2\n').then(
    () => Promise.reject(new Error('it was taken')),
    (error: Problem) => error,
  );
  expect(refused).toMatchObject({ status: 422 });
});

it('fails an import whose sheet breaks further down, with its reason, and registers nothing of it', async () => {
  const result = await importOf(
    `${HEADER}\n${`${line(21)}\n`.repeat(3000)}"${line(22)}\n${`${line(23)}\n`.repeat(2000)}`,
  );
  expect(result).toMatchObject({ state: 'failed', problem: { code: 'sheet-quote-open' }, rowsRegistered: 0 });
  expect(await kit.db.query('SELECT FROM parties.worker_staging')).toEqual([]);
  const audited = await kit.db.query(
    `SELECT after FROM audit.published_entries WHERE action = 'worker-import.fail' AND subject_id = $1`,
    [result.id],
  );
  expect(audited).toEqual([{ after: { state: 'failed', problem: 'sheet-quote-open' } }]);
}, 60_000);

it('has failed, in plain words, after a fault that no try got over, and is worked off when its job is repeated', async () => {
  const vault = rig.tools.vault;
  const { id, jobId } = await receive(`${HEADER}\n${line(25)}\n`);
  expect(await importState(rig.tools, id)).toMatchObject({ state: 'received', problem: null });
  const broken = jest.spyOn(vault, 'getFile').mockImplementation(() => {
    throw new Error('the disk is gone');
  });
  await rig.jobs.drain();
  broken.mockRestore();
  const failed = await importState(rig.tools, id);
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'import-fault' }, rowsRegistered: 0 });
  expect(importAnswer.safeParse(failed).success).toBe(true);
  expect(failed.finishedAt).not.toBeNull();

  const repeated = { runId: jobId, payload: { importId: id }, attempt: 5, progress: async () => undefined };
  await runImport(rig.tools, command, id, repeated);
  expect(await importState(rig.tools, id)).toMatchObject({ state: 'done', problem: null, rowsRegistered: 1 });
});

it('is done once, however often its job runs', async () => {
  const { id, jobId } = await receive(`${HEADER}\n${line(31)}\n`);
  await rig.jobs.drain();
  const before = await importById(kit.db, id);
  const again = { runId: jobId, payload: { importId: id }, attempt: 2, progress: async () => undefined };
  await runImport(rig.tools, command, id, again);
  expect(await importById(kit.db, id)).toEqual(before);
});

it('lets two imports of the same people run at once', async () => {
  const lines = Array.from({ length: 300 }, (_, i) => line(1000 + i));
  const sheets = [lines, [...lines].reverse()].map((rows) => `${HEADER}\n${rows.join('\n')}\n`);
  const received = [await receive(sheets[0] ?? ''), await receive(sheets[1] ?? '')];
  await Promise.all(
    received.map(({ id, jobId }) => {
      const job = { runId: jobId, payload: { importId: id }, attempt: 1, progress: async () => undefined };
      return runImport(rig.tools, command, id, job);
    }),
  );
  const counts = await Promise.all(received.map(({ id }) => importById(kit.db, id)));
  expect(counts.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(counts.reduce((sum, { rowsRegistered }) => sum + rowsRegistered, 0)).toBe(300);
  expect(counts.reduce((sum, { rowsRefused }) => sum + rowsRefused, 0)).toBe(300);
  await rig.jobs.drain();
}, 60_000);

it('is kept by a hold on somebody who came by its sheet', async () => {
  const { id, jobId } = await receive(`${HEADER}\n${line(2001)}\n${line(2002)}\n`);
  const job = { runId: jobId, payload: { importId: id }, attempt: 1, progress: async () => undefined };
  await runImport(rig.tools, operatorAt(new Date('2026-11-23T04:05:06.789Z')), id, job);
  const ask = { before: new Date('2099-01-01T00:00:00Z'), after: '', limit: 100 };
  const subjects = async () => {
    const due = await importSheets.due(kit.db, ask);
    return due.flatMap((sheet) => sheet.subjects.map((subject) => [sheet.id, subject]));
  };
  expect(await subjects()).toEqual([]);
  const came = await kit.db.one<{ id: number }>('SELECT max(id) AS id FROM public.workers');
  await kit.db.query(
    `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ('worker', $1, '仲裁', 'test', now())`,
    [came.id],
  );
  expect(await subjects()).toEqual([[id, `worker:${came.id}`]]);
  await rig.jobs.drain();
});

it('is kept by a hold on somebody whom it did not register, until it is purged', async () => {
  await importOf(`${HEADER}\n${line(2101)}\n${line(2102)}\n`);
  const two = await kit.db.query<{ id: number }>('SELECT id FROM public.workers ORDER BY id DESC LIMIT 2');
  const [second, first] = two.map(({ id }) => id);
  // The first is known already; the second stands in it with his telephone and a number that is none.
  const again = await importOf(`${HEADER}\n${line(2101)}\n李四,123,138${String(10_002_102)},,\n${line(2103)}\n`);
  expect(again).toMatchObject({ rowsRegistered: 1, rowsRefused: 2 });
  await kit.db.query(
    `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at)
     SELECT 'worker', id, '仲裁', 'test', now() FROM unnest($1::int[]) AS h (id)`,
    [[first, second]],
  );
  const subjectsOf = async (): Promise<readonly string[] | undefined> =>
    (await importSheets.due(kit.db, { before: new Date('2099-01-01T00:00:00Z'), after: '', limit: 100 })).find(
      ({ id }) => id === again.id,
    )?.subjects;
  expect(await subjectsOf()).toEqual([`worker:${first}`, `worker:${second}`]);
  await kit.db.transaction(async (tx) => importSheets.purge?.(tx, command, [again.id]));
  expect(await kit.db.query('SELECT FROM parties.import_strangers WHERE import_id = $1', [again.id])).toEqual([]);
});

it('keeps nothing of a sheet in clear', async () => {
  const dump = await kit.db.query<{ text: string }>(
    `SELECT i::text AS text FROM parties.worker_imports i UNION ALL SELECT f::text FROM parties.worker_import_faults f
     UNION ALL SELECT r.payload::text FROM jobs.runs r`,
  );
  const text = dump.map((row) => row.text).join();
  for (const clear of ['张三', '11010119900307', '13810000']) expect(text).not.toContain(clear);
});
