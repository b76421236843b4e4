import { Client } from 'pg';
import { enrolConnection } from '@linggong/config/audit';
import { platformSecret, watchedDatabase, type Told, type WatchedDatabase } from './witness.fixture';

/** What changes values or tables without a row in the log is told all the same: issue 4, audit. */
let world: WatchedDatabase;
let superuser: string;

beforeAll(async () => {
  world = await watchedDatabase();
  superuser = world.test.superuserUrl;
  world.start();
  await world.settled();
  await baselineTaken();
}, 180_000);
afterAll(() => world?.end());

/** The watch is compared with what it was at the first look. */
async function baselineTaken(): Promise<void> {
  for (let rows = 0; rows === 0;) {
    ({ rows } = await world.superuser.one<{ rows: number }>('SELECT count(*)::int AS rows FROM witness.baseline'));
  }
}

/** Records until both a command was told and what it did to the watch; in which order they come is open. */
async function both(): Promise<{ command: Told; watch: Told }> {
  const told: Told[] = [];
  for (;;) {
    told.push(...(await world.told(1)));
    const command = told.find(({ kind }) => kind === 'bypass');
    const watch = told.find(({ kind }) => kind === 'watch');
    if (command && watch) return { command, watch };
  }
}

const ddl = (relation: string, key: string, after: object) => ({
  relation,
  operation: 'ddl',
  key,
  before: null,
  after,
});

it('tells a rewrite that changes values: who, when, what, and which table', async () => {
  await world.psql(superuser, 'ALTER TABLE public.goods ALTER COLUMN price TYPE numeric USING price * 2');
  const { command, watch } = await both();
  const columns = expect.stringContaining('price numeric');
  expect(command).toMatchObject({
    user: 'postgres',
    source: 'system-user',
    tables: ['public.goods'],
    changes: [
      ddl('public.goods', 'ALTER TABLE', { object: 'table', rewritten: 'column type' }),
      ddl('public.goods', 'ALTER TABLE', { object: 'table public.goods', columns }),
    ],
  });
  expect(command.at.getTime()).toBeGreaterThan(Date.now() - 600_000);
  const [changed] = watch.changes;
  expect(changed).toMatchObject({ relation: 'public.goods', key: 'touched' });
  expect(JSON.stringify(changed?.before)).not.toBe(JSON.stringify(changed?.after));
});

it('tells a column that is dropped or made, a trigger that is switched off, and a table that is dropped', async () => {
  await world.psql(superuser, 'ALTER TABLE public.goods DROP COLUMN made_at, ADD COLUMN made_on date');
  const columns = await both();
  expect(columns.command.changes).toMatchObject([
    { key: 'ALTER TABLE', after: { object: 'table column public.goods.made_at', dropped: 'yes' } },
    { key: 'ALTER TABLE', after: { columns: expect.stringContaining('made_on date') } },
  ]);
  await world.psql(superuser, 'ALTER TABLE public.goods DISABLE TRIGGER ALL');
  const off = await both();
  expect(off.command.changes).toMatchObject([{ after: { 'triggers off': 'witness_note' } }]);
  expect(off.watch.changes).toMatchObject([{ key: 'note-off' }]);
  await world.psql(superuser, 'ALTER TABLE public.goods ENABLE ALWAYS TRIGGER witness_note');
  await both();
  await world.psql(superuser, 'DROP TABLE public.moves CASCADE');
  const gone = await both();
  expect(gone.command).toMatchObject({ user: 'postgres', tables: ['public.moves', 'public.moves_1'] });
  expect(gone.watch.tables).toEqual(['public.moves', 'public.moves_1']);
});

it('tells a trigger that is switched off behind a temporary table in the name of a catalog', async () => {
  await world.psql(
    superuser,
    'CREATE TEMP TABLE pg_publication_rel (prpubid oid, prrelid oid)',
    'CREATE TEMP TABLE pg_class (oid oid, relname name, relnamespace oid, relkind "char", relpersistence "char")',
    'ALTER TABLE public.goods DISABLE TRIGGER ALL',
  );
  const { command } = await both();
  expect(command.changes).toMatchObject([{ relation: 'public.goods', after: { 'triggers off': 'witness_note' } }]);
  await world.psql(superuser, 'ALTER TABLE public.goods ENABLE ALWAYS TRIGGER witness_note');
  await both();
});

it('tells by the file of a table what nobody noted: emptied or rewritten with triggers and event triggers off', async () => {
  await world.psql(
    world.test.ownerUrl,
    `CREATE TABLE public.days (day date PRIMARY KEY) PARTITION BY RANGE (day);
     CREATE TABLE public.days_1 PARTITION OF public.days FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
     SELECT audit.watch_tables()`,
  );
  await world.settled();
  for (let there = 0; there < 2;) {
    ({ there } = await world.superuser.one<{ there: number }>(
      `SELECT count(*)::int AS there FROM witness.baseline WHERE name ~ '^public.days' AND mark !~ '^no'`,
    ));
  }
  await world.told(0);
  // A partition by its own name, without its note: the log says nothing of it.
  await world.psql(
    superuser,
    'SET event_triggers = off',
    `ALTER TABLE public.days_1 DISABLE TRIGGER ALL`,
    'TRUNCATE public.days_1',
    'ALTER TABLE public.days_1 ENABLE ALWAYS TRIGGER witness_note',
  );
  const told = await world.told(1);
  expect(told).toMatchObject([{ kind: 'watch', tables: ['public.days_1'], changes: [{ key: 'touched' }] }]);
  const files = told.flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) =>
      [before, after].map((state) => /file=(\d+)/.exec(JSON.stringify(state))?.[1]),
    ),
  );
  expect(new Set(files).size).toBe(2);
});

it('tells where the event triggers themselves are switched off', async () => {
  await world.psql(superuser, 'ALTER EVENT TRIGGER witness_ddl DISABLE');
  const [off] = await world.told(1);
  expect(off).toMatchObject({ kind: 'watch', tables: ['event trigger witness_ddl'], changes: [{ key: 'off' }] });
  await world.psql(superuser, 'ALTER EVENT TRIGGER witness_ddl ENABLE ALWAYS');
  expect(await world.told(1)).toMatchObject([{ kind: 'watch', changes: [{ key: 'touched' }] }]);
  for (const sql of ['ALTER EVENT TRIGGER witness_ddl DISABLE', 'DROP EVENT TRIGGER witness_drop'])
    await expect(world.psql(world.test.ownerUrl, sql)).rejects.toThrow(/must be owner/);
});

it('keeps what a migration of the platform alters, without alarm', async () => {
  const migration = new Client({ connectionString: world.test.ownerUrl });
  await migration.connect();
  await enrolConnection(migration, { LINGGONG_SECRET: platformSecret, LINGGONG_ROLE: 'migrate' });
  await migration.query('ALTER TABLE public.goods ADD COLUMN weight bigint DEFAULT 3');
  await migration.query('CREATE TABLE public.wares (id bigint PRIMARY KEY)');
  await migration.query("SELECT audit.watch_table('public.wares')");
  await migration.end();
  await world.settled();
  // Two looks of the watch later.
  for (let known = 0; known === 0;) {
    ({ known } = await world.superuser.one<{ known: number }>(
      `SELECT count(*)::int AS known FROM witness.baseline WHERE name = 'public.wares' AND mark !~ '^no'`,
    ));
  }
  const told = await world.told(3);
  expect(told.map(({ kind }) => kind)).toEqual(['migration', 'migration', 'migration']);
  expect(told[0]?.changes).toMatchObject([{ relation: 'public.goods', operation: 'ddl', key: 'ALTER TABLE' }]);
});

it('tells who altered a hundred things with the longest names, and a note too long to be read as of an unknown object', async () => {
  const worst = (one: string) =>
    `SELECT witness.emit_ddl('ALTER TABLE', (SELECT jsonb_agg(jsonb_build_object('relation', 'public.goods', 'kind', 'table',
       'identity', repeat(${one}, 300), 'columns', repeat(${one}, 1500), 'off', repeat(${one}, 300))) FROM generate_series(1, 100)), 'scram-sha-256:postgres')`;
  for (const one of [`'列'`, `E'\\u0001'`]) {
    await world.psql(superuser, worst(one));
    const [{ user, changes, tables } = {}] = await world.told(1);
    expect([user, changes?.length, tables]).toEqual(['postgres', 100, ['public.goods']]);
  }
  await world.psql(superuser, `SELECT pg_logical_emit_message(true, 'linggong.ddl', repeat('列', 200000))`);
  expect(await world.told(1)).toMatchObject([
    { kind: 'bypass', tables: ['unknown object'], changes: [{ relation: 'unknown object', operation: 'ddl' }] },
  ]);
});

it('takes a note that nobody of ours wrote for what it is', async () => {
  const forged = JSON.stringify({
    pid: 1,
    port: 2,
    sessionUser: 'linggong_app',
    objects: [{ relation: 'public.goods' }, 7, {}],
  });
  await world.psql(
    superuser,
    `BEGIN; SELECT pg_logical_emit_message(true, 'linggong.ddl', '${forged}'); UPDATE public.goods SET price = 1 WHERE id = 1; COMMIT`,
  );
  expect(await world.told(1)).toMatchObject([{ kind: 'bypass', forged: true }]);
});
