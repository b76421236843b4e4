import fc from 'fast-check';
import { createDatabase, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '../testing';
import { decodedTexts } from './decoded-text.fixture';

/** The same transactions, decoded by pgoutput and our parser and by PostgreSQL's own test_decoding, say the same: issue 4, audit. */
let test: TestDatabase;
let superuser: Database;
let typeNames: Map<number, string>;
const slots = { ours: `ours_${process.pid}_${Date.now()}`, theirs: `theirs_${process.pid}_${Date.now()}` };

/** Values of each type that a table of the platform has; a type without values here fails the test. */
const samples: Readonly<Record<string, readonly string[]>> = {
  integer: ['0', '-2147483648', '2147483647'],
  smallint: ['-32768', '7'],
  bigint: ['9223372036854775807', '-1'],
  numeric: ['12345678901234567890.000000001', '-0.5', 'NaN', '1e30'],
  'double precision': ['0.1', '1e-300', '-Infinity'],
  real: ['1.5', '3.4e38'],
  oid: ['4294967295'],
  boolean: ['true', 'false'],
  text: ['', "it''s", 'a\\b', '姓名 😀', 'line\nline\ttab', 'null', 'unchanged-toast-datum'],
  'character varying': ['', '灵工 %s'],
  character: ['x'],
  '"char"': ['p'],
  name: ['some_name'],
  bytea: ['\\x', '\\x00ff27', '\\xdeadbeef'],
  date: ['2026-02-28', '0001-01-01', 'infinity'],
  'time without time zone': ['23:59:59.999999', '00:00:00'],
  'timestamp without time zone': ['2026-11-26 03:04:05.678901', '-infinity'],
  'timestamp with time zone': ['2026-11-26 03:04:05.678901+08', '1900-01-01 00:00:00+00'],
  interval: ['1 day 02:03:04', '-3 mons'],
  uuid: ['00000000-0000-4000-8000-000000000000'],
  json: [`{"a": "b''c", "n": [1, null]}`, '"x"'],
  jsonb: ['{"姓": "张", "deep": {"k": [1.50, true]}}', 'null', '[]'],
  inet: ['10.0.0.1', '2001:db8::/32'],
  pg_lsn: ['16/B374D848'],
  daterange: ['[2026-01-01,2026-02-01)', 'empty'],
  int4range: ['[1,10)'],
  tstzrange: ['[2026-01-01 00:00:00+00,)'],
  xid: ['77'],
  xid8: ['77'],
  tsvector: ['a fat cat'],
};

/** Type of the members of an array, or the type itself, without a length. */
const memberType = (type: string): string => type.replace(/\[\]$|\(.*\)$/, '');

/** An array of a type holds its values, a null and what has to be quoted. */
function sampleLiterals(type: string): string[] {
  const element = memberType(type);
  const members = (samples[element] ?? []).map((value) => `E'${value.replaceAll('\\', '\\\\')}'::${element}`);
  if (!type.endsWith('[]')) return members;
  return [`ARRAY[${members.join(', ')}, NULL]::${type}`, `'{}'::${type}`];
}

beforeAll(async () => {
  test = await testDatabase();
  superuser = createDatabase({ connectionString: test.superuserUrl, max: 1 });
  // What is not on the disk yet is not decoded.
  await superuser.query('SET synchronous_commit = on');
  const names = await superuser.query<{ oid: number; name: string }>(
    'SELECT oid::int AS oid, format_type(oid, NULL) AS name FROM pg_type',
  );
  typeNames = new Map(names.map(({ oid, name }) => [oid, name]));
}, 180_000);
afterAll(async () => {
  for (const slot of Object.values(slots)) {
    await superuser?.query(
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1',
      [slot],
    );
  }
  await superuser?.close();
  await test?.drop();
});

/** What both say of everything since the last time. */
async function decoded(): Promise<{ ours: string[]; theirs: string[] }> {
  const payloads = await superuser.query<{ data: Buffer }>(
    `SELECT data FROM pg_logical_slot_get_binary_changes($1, NULL, NULL, 'proto_version', '1', 'publication_names', 'conformance', 'messages', 'true')`,
    [slots.ours],
  );
  const texts = await superuser.query<{ data: string }>(
    `SELECT data FROM pg_logical_slot_get_changes($1, NULL, NULL, 'skip-empty-xacts', '1')`,
    [slots.theirs],
  );
  return {
    ours: decodedTexts(
      payloads.map(({ data }) => data),
      typeNames,
    ),
    theirs: texts.map(({ data }) => data),
  };
}

it('in all that a row can be: every type of the platform, null, arrays, values out of line, every operation', async () => {
  const types = await superuser.query<{ type: string }>(
    `SELECT DISTINCT format_type(a.atttypid, NULL) AS type FROM pg_attribute a JOIN audit.watch_gaps g ON g.name = a.attrelid
      WHERE NOT g.excepted AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1`,
  );
  expect(types.length).toBeGreaterThan(12);
  expect(types.filter(({ type }) => samples[memberType(type)] === undefined)).toEqual([]);
  const columns = types.map(({ type }, place) => `v${place} ${type}`);
  await superuser.query(
    `CREATE TABLE public.every_type (id bigint PRIMARY KEY, ${columns.join(', ')}, large text, gone int);
     ALTER TABLE public.every_type REPLICA IDENTITY FULL;
     ALTER TABLE public.every_type DROP COLUMN gone;
     ALTER TABLE public.every_type ALTER COLUMN large SET STORAGE EXTERNAL;
     CREATE TABLE public.keyed (id bigint PRIMARY KEY, name text, large text);
     ALTER TABLE public.keyed ALTER COLUMN large SET STORAGE EXTERNAL;
     CREATE TABLE public.other (id int);
     ALTER TABLE public.other REPLICA IDENTITY FULL;
     CREATE PUBLICATION conformance FOR TABLE public.every_type, public.keyed, public.other`,
  );
  await superuser.query("SELECT pg_create_logical_replication_slot($1, 'pgoutput')", [slots.ours]);
  await superuser.query("SELECT pg_create_logical_replication_slot($1, 'test_decoding')", [slots.theirs]);
  const values = types.map(({ type }) => sampleLiterals(type));
  const rows = Math.max(...values.map(({ length }) => length));
  for (let row = 0; row < rows; row += 1) {
    const cells = values.map((literals) => literals[row % literals.length] ?? 'NULL');
    await superuser.query(`INSERT INTO public.every_type VALUES (${row}, ${cells.join(', ')}, repeat('大', 3000))`);
  }
  await superuser.query(`INSERT INTO public.every_type (id) VALUES (100)`);
  // Unchanged and out of line, changed, to null and back.
  await superuser.query('UPDATE public.every_type SET id = id + 1000 WHERE id < 2');
  await superuser.query(
    `UPDATE public.every_type SET large = CASE id WHEN 100 THEN repeat('x', 5000) END WHERE id IN (3, 100)`,
  );
  await superuser.query('DELETE FROM public.every_type WHERE id > 999');
  await superuser.query(`INSERT INTO public.keyed VALUES (1, 'a', repeat('y', 9000)), (2, NULL, NULL)`);
  await superuser.query(`UPDATE public.keyed SET name = 'b' WHERE id = 1`);
  await superuser.query('UPDATE public.keyed SET id = 3 WHERE id = 1');
  await superuser.query('DELETE FROM public.keyed');
  await superuser.query('TRUNCATE public.every_type, public.other');
  await superuser.query(
    `BEGIN; SAVEPOINT s; INSERT INTO public.other VALUES (1); ROLLBACK TO s; INSERT INTO public.other VALUES (2);
     SELECT pg_logical_emit_message(true, 'linggong.writer', '{"说": "it''s"}'); COMMIT`,
  );
  const { ours, theirs } = await decoded();
  expect(theirs.filter((line) => line.startsWith('table ')).length).toBeGreaterThan(rows + 12);
  expect(theirs.some((line) => line.includes('unchanged-toast-datum'))).toBe(true);
  expect(ours).toEqual(theirs);
});

it('in texts, bytes, numbers and JSON of any kind', async () => {
  await superuser.query(
    `CREATE TABLE public.any_value (id int, words text, bytes bytea, amount numeric, facts jsonb, many text[]);
     ALTER TABLE public.any_value REPLICA IDENTITY FULL;
     ALTER PUBLICATION conformance ADD TABLE public.any_value`,
  );
  await decoded();
  const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((one) => one.replaceAll('\0', ''));
  const row = fc.record({
    words: fc.option(text),
    bytes: fc.option(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'))),
    amount: fc.option(fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 20 }))),
    facts: fc.option(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()), { maxKeys: 4 })),
    many: fc.option(fc.array(fc.option(text), { maxLength: 4 })),
  });
  const rows = fc.sample(row, 300).map((one, id) => ({
    id,
    ...one,
    amount: one.amount && `${one.amount[0]}e-${one.amount[1]}`,
  }));
  await superuser.query(
    `INSERT INTO public.any_value SELECT id, words, decode(bytes, 'hex'), amount::numeric, facts, many
       FROM jsonb_to_recordset($1::jsonb) AS r(id int, words text, bytes text, amount text, facts jsonb, many text[])`,
    [JSON.stringify(rows)],
  );
  await superuser.query('UPDATE public.any_value SET id = id + 1 WHERE id % 2 = 0');
  await superuser.query('DELETE FROM public.any_value WHERE id % 3 = 0');
  const { ours, theirs } = await decoded();
  expect(theirs.length).toBeGreaterThan(500);
  expect(ours).toEqual(theirs);
});
