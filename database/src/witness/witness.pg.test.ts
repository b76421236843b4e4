import { verifyWitness } from '@linggong/audit';
import { watchedDatabase, type Told, type WatchedDatabase } from './witness.fixture';

/** What goes past the application is told from the write-ahead log: issue 4, audit; R9.5. */
let world: WatchedDatabase;
let owner: string;
let superuser: string;

beforeAll(async () => {
  world = await watchedDatabase();
  owner = world.test.ownerUrl;
  superuser = world.test.superuserUrl;
  world.start();
  await world.settled();
}, 180_000);
afterAll(() => world?.end());

describe('a change that bypasses the application', () => {
  it('is told with its transaction, its time and its user, before and after', async () => {
    const { now } = await world.superuser.one<{ now: Date }>('SELECT clock_timestamp() AS now');
    await world.psql(superuser, "UPDATE public.goods SET price = 99, phone = '13900139000' WHERE id = 1");
    const [record] = await world.told(1);
    expect(record).toMatchObject({
      kind: 'bypass',
      user: 'postgres',
      source: 'system-user',
      replica: false,
      tables: ['public.goods'],
      rows: 1n,
      changes: [
        {
          relation: 'public.goods',
          operation: 'update',
          key: '1',
          before: { price: '1', phone: '*******8000' },
          after: { price: '99', phone: '*******9000' },
        },
      ],
    });
    expect(Math.abs((record?.at.getTime() ?? 0) - now.getTime())).toBeLessThan(60_000);
    const { xmin } = await world.superuser.one<{ xmin: string }>(
      'SELECT xmin::text AS xmin FROM public.goods WHERE id = 1',
    );
    expect(record?.xid).toBe(xmin);
  });

  it('is told with triggers switched off, and by the password of the application', async () => {
    await world.psql(superuser, "SET session_replication_role = 'replica'", 'DELETE FROM public.goods WHERE id = 2');
    await world.psql(world.test.url, 'UPDATE public.goods SET price = 7 WHERE id = 3');
    await world.psql(owner, "INSERT INTO public.moves VALUES (1, '2026-05-01', 5)");
    const [replica, app, moved] = await world.told(3);
    expect(replica).toMatchObject({ user: 'postgres', replica: true, changes: [{ operation: 'delete', key: '2' }] });
    expect(app).toMatchObject({ kind: 'bypass', user: 'linggong_app', changes: [{ after: { price: '7' } }] });
    expect(moved).toMatchObject({ user: 'linggong_owner', tables: ['public.moves'] });
  });

  it('is told by whoever signed in, whatever the session calls itself', async () => {
    await world.psql(
      superuser,
      'SET SESSION AUTHORIZATION linggong_app',
      'UPDATE public.goods SET price = 8 WHERE id = 3',
    );
    expect(await world.told(1)).toMatchObject([{ user: 'postgres', source: 'system-user' }]);
  });

  it('is told on a partition, after a savepoint, by COPY, by TRUNCATE, and in bulk', async () => {
    await world.psql(superuser, 'UPDATE public.moves_1 SET fen = 6 WHERE id = 1');
    await world.psql(
      superuser,
      'BEGIN',
      'SAVEPOINT one',
      'UPDATE public.goods SET price = 1 WHERE id = 4',
      'ROLLBACK TO one',
      'UPDATE public.goods SET price = 2 WHERE id = 5',
      'COMMIT',
    );
    await world.psql(
      superuser,
      "INSERT INTO public.goods SELECT n, 'bulk', NULL, n FROM generate_series(1001, 3000) n",
    );
    await world.psql(superuser, 'TRUNCATE public.moves');
    const [leaf, after, bulk, cut] = await world.told(4);
    expect(leaf).toMatchObject({ tables: ['public.moves'], changes: [{ before: { fen: '5' }, after: { fen: '6' } }] });
    expect(after).toMatchObject({ user: 'postgres', rows: 1n, changes: [{ key: '5', after: { price: '2' } }] });
    expect(bulk).toMatchObject({ rows: 2000n });
    expect(bulk?.changes).toHaveLength(2000);
    expect(cut).toMatchObject({ user: 'postgres', changes: [{ relation: 'public.moves', operation: 'truncate' }] });
    // Its file is another now.
    expect(await world.told(1)).toMatchObject([{ kind: 'watch', tables: ['public.moves_1'] }]);
  });

  it('keeps a fingerprint of what is sealed, and no more', async () => {
    await world.psql(superuser, "UPDATE public.goods SET card_sealed = '\\xdeadbeef' WHERE id = 5");
    const [record] = await world.told(1);
    const print = { hmac: expect.stringMatching(/^[0-9a-f]{24}$/), bytes: expect.any(Number) };
    expect(record?.changes).toMatchObject([{ before: { card_sealed: print }, after: { card_sealed: print } }]);
    expect(JSON.stringify(record?.changes)).not.toContain('deadbeef');
  });

  it('is told where it is made in the audit log itself', async () => {
    await world.psql(
      superuser,
      "SET session_replication_role = 'replica'",
      `INSERT INTO audit.entries (at, actor_kind, actor_name, trace_id, action, subject_kind, subject_id)
       VALUES (now(), 'system', 'forged', 't', 'worker.register', 'worker', '1')`,
    );
    expect(await world.told(1)).toMatchObject([{ tables: ['audit.entries'], rows: 1n, user: 'postgres' }]);
  });
});

describe('what is no bypass', () => {
  it('is what the platform does on its own connections, in many statements and savepoints', async () => {
    await world.app.transaction(async (tx) => {
      await tx.query('UPDATE public.goods SET price = price + 1 WHERE id > 1000');
      await tx.query('SAVEPOINT one');
      await tx.query("INSERT INTO public.moves VALUES (2, '2026-06-01', 5)");
      await tx.query('ROLLBACK TO one');
      await tx.query("INSERT INTO public.moves VALUES (3, '2026-06-01', 5)");
      await tx.copyIn('COPY public.goods (id, name) FROM STDIN', ['5001\tcopied\n']);
    });
    await world.settled();
    expect(await world.told(0)).toEqual([]);
    const { rows } = await world.superuser.one<{ rows: bigint }>('SELECT own_rows AS rows FROM witness.state');
    expect(rows).toBeGreaterThanOrEqual(2002n);
  });

  it('is what was rolled back, or met no row', async () => {
    await world.psql(superuser, 'BEGIN', 'DELETE FROM public.goods', 'ROLLBACK');
    await world.psql(superuser, 'DELETE FROM public.goods WHERE id < 0');
    await world.settled();
    expect(await world.told(0)).toEqual([]);
  });
});

describe('who wants to evade it', () => {
  it('and claims to be the platform with a made-up proof, or one of another session, does not pass', async () => {
    await world.psql(
      world.test.url,
      "SELECT audit.enrol(pg_backend_pid(), (extract(epoch FROM clock_timestamp()) * 1000)::bigint, 'serve', '\\x00')",
      'UPDATE public.goods SET price = 70 WHERE id = 3',
    );
    await world.psql(
      superuser,
      `INSERT INTO audit.enrolments (pid, port, login, kind, claimed_ms, proof)
       SELECT pg_backend_pid(), inet_client_port(), login, kind, claimed_ms, proof FROM audit.enrolments ORDER BY id LIMIT 1`,
      'UPDATE public.goods SET price = 71 WHERE id = 3',
    );
    const told = await world.told(4);
    expect(told.map(({ user, tables }) => [user, ...tables])).toEqual([
      ['linggong_app', 'audit.enrolments'],
      ['linggong_app', 'public.goods'],
      ['postgres', 'audit.enrolments'],
      ['postgres', 'public.goods'],
    ]);
  });

  it('and says that the note was made already, is told by name all the same', async () => {
    await world.psql(
      superuser,
      'BEGIN',
      "SELECT set_config('linggong.noted', pg_current_xact_id()::text, true)",
      'UPDATE public.goods SET price = 72 WHERE id = 3',
      'COMMIT',
    );
    const [record] = await world.told(1);
    expect(record).toMatchObject({ kind: 'bypass', changes: [{ after: { price: '72' } }] });
    expect(record).toMatchObject({ user: 'postgres', source: 'system-user' });
  });

  it('and says so and signs as a session of the platform that is there, is told as forged', async () => {
    const [{ said } = { said: '' }] = await world.superuser.query<{ said: string }>(
      `SELECT jsonb_build_object('pid', pid, 'port', port, 'sessionUser', login, 'systemUser', 'scram-sha-256:' || login)::text AS said
         FROM audit.enrolments ORDER BY id LIMIT 1`,
    );
    await world.psql(
      superuser,
      'BEGIN',
      "SELECT set_config('linggong.noted', pg_current_xact_id()::text, true)",
      `SELECT pg_logical_emit_message(true, 'linggong.writer', '${said}')`,
      'UPDATE public.goods SET price = 721 WHERE id = 3',
      'COMMIT',
    );
    const [record] = await world.told(1);
    expect(record).toMatchObject({ kind: 'bypass', forged: true, changes: [{ after: { price: '721' } }] });
  });

  it('and makes a note that no column takes, stops nothing', async () => {
    for (const said of [
      '{"pid": 1e12, "port": 2, "sessionUser": "x"}',
      '{"pid": 1, "port": 2, "sessionUser": "a\\u0000"}',
    ]) {
      await world.psql(
        superuser,
        `BEGIN; SELECT pg_logical_emit_message(true, 'linggong.writer', '${said}'); UPDATE public.goods SET price = 722 WHERE id = 3; COMMIT`,
      );
      expect(await world.told(1)).toMatchObject([{ kind: 'bypass', user: 'postgres' }]);
    }
  });

  it('and signs as the platform, is told as forged; only a superuser can', async () => {
    const said = `'linggong.writer', '{"pid": 1, "port": 2, "sessionUser": "linggong_app"}'`;
    await expect(
      world.psql(owner, `SET ROLE linggong_app; SELECT pg_logical_emit_message(true, ${said})`),
    ).rejects.toThrow(/permission denied/);
    await world.psql(
      superuser,
      `BEGIN; SELECT pg_logical_emit_message(true, ${said}); DELETE FROM public.goods WHERE id = 4; COMMIT`,
    );
    expect(await world.told(1)).toMatchObject([{ kind: 'bypass', forged: true }]);
  });

  it('and switches the note off and on again, has changed the watch', async () => {
    await world.psql(superuser, 'ALTER TABLE public.goods DISABLE TRIGGER witness_note');
    await world.psql(superuser, 'UPDATE public.goods SET price = 73 WHERE id = 3');
    await world.psql(superuser, 'ALTER TABLE public.goods ENABLE ALWAYS TRIGGER witness_note');
    const told = [...(await world.told(3))];
    // Both commands, the change between them, and what they did to the watch.
    while (told.length < 4) told.push(...(await world.told(1)));
    expect(told.find(({ kind, rows }) => kind === 'bypass' && rows === 1n)).toMatchObject({
      source: expect.stringMatching(/sample|unknown/),
    });
    expect(told.filter(({ changes }) => changes.some(({ operation }) => operation === 'ddl'))).toHaveLength(2);
    expect(told.find(({ kind }) => kind === 'watch')).toMatchObject({ tables: ['public.goods'] });
  });

  it('and takes a table out of the publication, or its identity, has changed the watch', async () => {
    await world.psql(superuser, 'ALTER PUBLICATION linggong_watch DROP TABLE public.moves');
    await world.psql(superuser, 'ALTER TABLE public.goods REPLICA IDENTITY DEFAULT');
    const told: Told[] = [];
    const faults = (): string[] =>
      told.flatMap(({ kind, changes }) =>
        kind === 'watch' ? changes.map(({ relation, key }) => `${relation} ${key ?? ''}`) : [],
      );
    while (faults().length < 3) told.push(...(await world.told(1)));
    expect(faults().sort()).toEqual([
      'public.goods no-identity',
      'public.moves not-published',
      'public.moves_1 not-published',
    ]);
    const commands = told.flatMap(({ kind, changes }) => (kind === 'bypass' ? changes : []));
    expect(commands.map(({ relation, operation, key }) => [relation, operation, key])).toEqual([
      ['public.moves', 'ddl', 'ALTER PUBLICATION'],
      ['public.goods', 'ddl', 'ALTER TABLE'],
    ]);
    await world.psql(owner, 'SELECT audit.watch_tables()');
    // Putting it right past the platform touches the watch once more; what comes next must not meet these records.
    const right = [...(await world.told(1))];
    while (!right.some(({ kind }) => kind === 'watch')) right.push(...(await world.told(1)));
    expect(right.map(({ kind }) => kind).sort()).toEqual(['bypass', 'watch']);
  });
});

describe('its store', () => {
  it('is written by nobody else, the owner of the database included', async () => {
    for (const url of [world.test.url, owner]) {
      await expect(world.psql(url, 'DELETE FROM witness.transactions')).rejects.toThrow(/permission denied/);
      await expect(world.psql(url, 'INSERT INTO witness.baseline VALUES (1, 1)')).rejects.toThrow(/permission denied/);
      await expect(world.psql(url, 'DROP SCHEMA witness CASCADE')).rejects.toThrow(/must be owner/);
    }
    await expect(
      world.psql(world.test.url, 'ALTER PUBLICATION linggong_watch DROP TABLE public.goods'),
    ).rejects.toThrow(/must be owner/);
  });

  it('is a chain: a record that a superuser changed or took away is named', async () => {
    const whole = await verifyWitness(world.test.db);
    expect(whole).toMatchObject({ broken: undefined });
    expect(whole.records).toBeGreaterThan(10n);
    await world.psql(
      superuser,
      "SET session_replication_role = 'replica'",
      "UPDATE witness.changes SET after = '{}' WHERE transaction_no = 2 AND place = 0",
    );
    expect(await verifyWitness(world.test.db)).toMatchObject({ broken: 2n });
  });
});

describe('a slot', () => {
  it('that was dropped while nobody read is a gap on record, and is made again', async () => {
    await world.told(0);
    await world.stop();
    await world.psql(superuser, 'UPDATE public.goods SET price = 74 WHERE id = 3');
    world.start();
    expect(await world.told(1)).toMatchObject([{ kind: 'bypass', changes: [{ after: { price: '74' } }] }]);
    await world.stop();
    await world.psql(
      superuser,
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database()',
    );
    world.start();
    expect(await world.told(1)).toMatchObject([{ kind: 'gap', changes: [{ key: 'slot-missing' }] }]);
    await world.settled();
  });

  it('that somebody moved past changes is a gap as well', async () => {
    await world.stop();
    await world.psql(superuser, 'SET synchronous_commit = on', 'UPDATE public.goods SET price = 75 WHERE id = 3');
    await world.psql(
      superuser,
      `SELECT pg_replication_slot_advance(slot_name, pg_current_wal_lsn()) FROM pg_replication_slots
        WHERE database = current_database()`,
    );
    world.start();
    expect(await world.told(1)).toMatchObject([{ kind: 'gap', changes: [{ key: 'slot-moved' }] }]);
  });
});
