import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../testing';
import { deletableSuffixes, deletableTables } from './deletable-tables';

interface Refusal {
  readonly code?: string;
  readonly message: string;
}

const insufficientPrivilege = '42501';

/** What the application could do to the database that every plugin migrated, tried on all of it and not on samples (R9.4, R9.5). */
describe('the rights of the application on the real schema', () => {
  let test: TestDatabase;
  let app: Client;
  let superuser: Client;

  beforeAll(async () => {
    test = await testDatabase();
    [app, superuser] = [
      new Client({ connectionString: test.url }),
      new Client({ connectionString: test.superuserUrl }),
    ];
    await Promise.all([app.connect(), superuser.connect()]);
  }, 240_000);
  afterAll(async () => {
    await Promise.all([app?.end(), superuser?.end()]);
    await test?.drop();
  });

  const names = async (sql: string): Promise<string[]> =>
    (await superuser.query<{ name: string }>(sql)).rows.map(({ name }) => name);

  /** How a statement of the application ended; whatever it did is taken back. */
  async function attempt(sql: string): Promise<Refusal | undefined> {
    await app.query('BEGIN');
    try {
      await app.query(sql);
      return undefined;
    } catch (error) {
      // Errors of the driver carry a message and, where the server answered, its code.
      return error as Refusal;
    } finally {
      await app.query('ROLLBACK');
    }
  }

  /** The statements that were not refused for want of a right. */
  async function done(statements: readonly string[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const sql of statements) {
      const refusal = await attempt(sql);
      if (refusal?.code !== insufficientPrivilege) wrong.push(`${sql}: ${refusal?.message ?? 'done'}`);
    }
    return wrong;
  }

  const ours = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;
  const tablesWhere = (condition: string): Promise<string[]> =>
    names(`SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND ${ours} AND ${condition} ORDER BY 1`);

  it('owns nothing, and is a member of nothing', async () => {
    expect(await tablesWhere(`c.relowner = 'linggong_app'::regrole`)).toEqual([]);
    expect(await names(`SELECT proname AS name FROM pg_proc WHERE proowner = 'linggong_app'::regrole`)).toEqual([]);
    expect(
      await names(`SELECT roleid::regrole::text AS name FROM pg_auth_members WHERE member = 'linggong_app'::regrole`),
    ).toEqual([]);
    // Of the platform's own roles the owner alone acts for another: migrations make the audit schema (and what else is kept apart).
    const members = `SELECT member::regrole::text AS name FROM pg_auth_members WHERE roleid::regrole::text LIKE 'linggong%'`;
    expect((await names(members)).filter((name) => name !== 'linggong_owner')).toEqual([]);
  });

  it('changes, empties and drops no table, and makes nothing beside one', async () => {
    const tables = await tablesWhere('true');
    expect(tables.length).toBeGreaterThan(150);
    const wrong = await done(
      tables.flatMap((table) => [
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        `ALTER TABLE ${table} ADD COLUMN intruder int`,
        `ALTER TABLE ${table} OWNER TO linggong_app`,
        `TRUNCATE ${table}`,
        `DROP TABLE ${table}`,
        `CREATE TRIGGER intruder BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
        `CREATE RULE intruder AS ON UPDATE TO ${table} DO INSTEAD NOTHING`,
      ]),
    );
    expect(wrong).toEqual([]);
  });

  it('switches off no trigger and changes no function', async () => {
    const triggers = await names(
      `SELECT format('ALTER TABLE %I.%I DISABLE TRIGGER %I', n.nspname, c.relname, t.tgname) AS name
         FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal`,
    );
    const functions = await names(
      `SELECT format('ALTER FUNCTION %s OWNER TO linggong_app', p.oid::regprocedure) AS name
         FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind = 'f' AND ${ours}`,
    );
    expect(triggers.length).toBeGreaterThan(60);
    expect(functions.length).toBeGreaterThan(40);
    expect(await done([...triggers, ...functions])).toEqual([]);
  });

  it('gives nobody a right, and no statement of GRANT leaves a trace', async () => {
    const rights = `SELECT coalesce(string_agg(c.oid::text || c.relacl::text, ',' ORDER BY c.oid), '') AS name FROM pg_class c`;
    const before = await names(rights);
    // Without the grant option PostgreSQL answers a GRANT of what one has with a warning, and does nothing.
    for (const table of await tablesWhere('true'))
      await app.query(`GRANT ALL ON ${table} TO PUBLIC`).catch(() => undefined);
    expect(await names(rights)).toEqual(before);
  });

  it('writes no request for a second person, no decision and no holder, but by the functions of linggong_security', async () => {
    const owned = await tablesWhere(`c.relowner = 'linggong_security'::regrole`);
    expect(owned).toEqual(expect.arrayContaining(['access.approvals', 'access.holders']));
    // Looks under an elevation are added by the application, each before its answer leaves, and stay as they are.
    const added = owned.filter((table) => table !== 'access.elevation_looks');
    const plain = new Map([
      ['access.holders', 'phone_key'],
      ['access.delegations', 'reason'],
      ['access.elevation_looks', 'route'],
      ['access.approval_steps', 'step'],
      ['access.set_ups', 'account_id'],
    ]);
    const columnOf = (table: string): string => plain.get(table) ?? 'id';
    const writes = [
      ...added.map((table) => `INSERT INTO ${table} DEFAULT VALUES`),
      ...owned.map((table) => `UPDATE ${table} SET ${columnOf(table)} = ${columnOf(table)}`),
      ...owned.map((table) => `DELETE FROM ${table}`),
    ];
    expect(await done(writes)).toEqual([]);
    const functions = await names(
      `SELECT proname AS name FROM pg_proc WHERE proowner = 'linggong_security'::regrole ORDER BY 1`,
    );
    expect(functions).toEqual(
      expect.arrayContaining([
        'ask_approval',
        'change_role',
        'decide_approval',
        'declare_holder',
        'end_approval',
        'open_account',
        'open_delegation',
        'open_elevation',
      ]),
    );
    // It signs in nowhere, holds no secret of anybody's sign-in, and may make nothing of its own any more.
    const rights = await superuser.query(
      `SELECT rolcanlogin, has_schema_privilege('linggong_security', 'access', 'CREATE') AS creates,
              has_table_privilege('linggong_security', 'access.credentials', 'SELECT') AS passwords
         FROM pg_roles WHERE rolname = 'linggong_security'`,
    );
    expect(rights.rows).toEqual([{ rolcanlogin: false, creates: false, passwords: false }]);
  });

  it('knows one person behind one administrator', async () => {
    const open = (role: string): Promise<string[]> =>
      names(`SELECT access.open_account('h-${role}', 'h-${role}', '${role}', NULL, NULL, now())::text AS name`);
    const [[first], [second]] = [await open('system-admin'), await open('audit-admin')];
    const holder = `'{"identityKey":"${'a'.repeat(64)}"}'`;
    await app.query(`SELECT access.declare_holder(${first}, ${holder}, NULL, now())`);
    const twice = await attempt(`SELECT access.declare_holder(${second}, ${holder}, NULL, now())`);
    expect(twice?.code).toBe('23505');
    await superuser.query(`DELETE FROM access.holders; DELETE FROM public.up_users WHERE username LIKE 'h-%'`);
  });

  it('says by itself who stands behind an account until there are three administrators, and never again', async () => {
    const opened = async (name: string, role: string): Promise<number> =>
      Number(
        (
          await names(`SELECT access.open_account('${name}', '${name}', '${role}', NULL, NULL, now())::text AS name`)
        )[0],
      );
    let persons = 0;
    const confirmed = async (name: string, role: string): Promise<boolean[]> => {
      persons += 1;
      const id = await opened(name, role);
      const holder = `{"identityKey":"${String(persons).padStart(64, 'b')}"}`;
      await app.query('SELECT access.declare_holder($1, $2, NULL, now())', [id, holder]);
      return (await app.query<{ yes: boolean }>('SELECT access.is_person_confirmed($1) AS yes', [id])).rows.map(
        ({ yes }) => yes,
      );
    };
    expect(await confirmed('f-first', 'operator')).toEqual([true]);
    for (const role of ['system-admin', 'security-admin', 'audit-admin']) {
      expect(await confirmed(`f-${role}`, role)).toEqual([true]);
      await app.query(
        `INSERT INTO access.credentials (account_id, password_hash, changed_at)
           SELECT id, '$argon2id$v=19$m=19456,t=2,p=1$cGxhbnRlZA$cGxhbnRlZA', now() FROM public.up_users WHERE username = $1`,
        [`f-${role}`],
      );
    }
    expect(await confirmed('f-second', 'institution-manager')).toEqual([false]);
    // Not even where the passwords are gone again.
    await app.query('DELETE FROM access.credentials');
    expect(await confirmed('f-third', 'institution-manager')).toEqual([false]);
    const forged = [
      'DELETE FROM access.founded',
      'INSERT INTO access.founded DEFAULT VALUES',
      'SELECT access.note_founding()',
    ];
    expect(await done(forged)).toEqual([]);
    await superuser.query(
      `DELETE FROM access.founded; DELETE FROM access.holders; DELETE FROM public.up_users WHERE username LIKE 'f-%'`,
    );
  });

  it('becomes nobody else, and leaves the replication role as it is', async () => {
    const roles = await names(
      `SELECT rolname AS name FROM pg_roles WHERE rolname NOT IN ('linggong_app', 'pg_database_owner')`,
    );
    const wrong = await done([
      ...roles.map((role) => `SET ROLE ${role}`),
      ...roles.map((role) => `GRANT ${role} TO linggong_app`),
      ...roles.filter((role) => role.startsWith('linggong')).map((role) => `ALTER ROLE ${role} PASSWORD 'x'`),
      "SET session_replication_role = 'replica'",
      "SELECT set_config('session_replication_role', 'replica', true)",
      "ALTER ROLE linggong_app SET session_replication_role = 'replica'",
      'ALTER ROLE linggong_app SUPERUSER',
      'ALTER ROLE linggong_app CREATEROLE',
      'ALTER ROLE linggong_app REPLICATION',
      'ALTER ROLE linggong_app BYPASSRLS',
      'CREATE ROLE intruder',
      'CREATE EXTENSION dblink',
      'CREATE SCHEMA intruder',
      'CREATE TEMPORARY TABLE intruder (id int)',
      "SELECT pg_create_logical_replication_slot('intruder', 'pgoutput')",
      'CREATE PUBLICATION intruder FOR ALL TABLES',
      "SELECT pg_read_file('/etc/passwd')",
      "COPY public.orders TO PROGRAM 'cat'",
      "SELECT lo_import('/etc/passwd')",
    ]);
    expect(wrong).toEqual([]);
    await expect(app.query("ALTER SYSTEM SET wal_level = 'minimal'")).rejects.toMatchObject({
      code: insufficientPrivilege,
    });
  });

  it('reads and writes no table of the audit log', async () => {
    const audit = await tablesWhere(`n.nspname = 'audit'`);
    expect(audit.length).toBeGreaterThan(10);
    const wrong = await done(
      audit.flatMap((table) => [
        `SELECT * FROM ${table}`,
        `DELETE FROM ${table}`,
        `INSERT INTO ${table} DEFAULT VALUES`,
      ]),
    );
    expect(wrong).toEqual([]);
  });

  it('deletes no row of the business, whatever the table', async () => {
    const own = `has_table_privilege('linggong_app', c.oid, 'DELETE') AND n.nspname = 'public'`;
    const removable = (await tablesWhere(own)).map((name) => name.replace('public.', ''));
    const listed = (name: string): boolean =>
      deletableTables.some((table) => table === name) || deletableSuffixes.some((suffix) => name.endsWith(suffix));
    expect(removable.filter((name) => !listed(name))).toEqual([]);
    // What a quote of taxes is computed on is staged for the length of a transaction; links to files are swept after half a year.
    expect(
      await tablesWhere(
        `has_table_privilege('linggong_app', c.oid, 'DELETE') AND n.nspname IN ('ledger', 'tax', 'billing', 'vault') AND c.relname NOT IN ('staged_totals', 'file_links')`,
      ),
    ).toEqual([]);
  });

  it('runs no function of another owner that could be led to a table of its own', async () => {
    const loose = `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND ${ours} AND NOT coalesce(p.proconfig::text LIKE '%search_path=%', false)`;
    expect(await names(loose)).toEqual([]);
    // Where pg_temp is not named it is searched first: a temporary table would stand in front of the catalog and of ours. The queue
    // library's functions run with nobody's rights but the caller's.
    const tempFirst = `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
        unnest(p.proconfig) AS c(setting)
      WHERE ${ours} AND (p.prosecdef OR n.nspname <> 'bullmq') AND c.setting ^@ 'search_path=' AND c.setting !~ ', pg_temp$'`;
    expect(await names(tempFirst)).toEqual([]);
    const everybodys = `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND ${ours} AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('public', p.oid, 'EXECUTE')`;
    expect(await names(everybodys)).toEqual([]);
  });

  describe('accounts (三权分立)', () => {
    const open = (identifier: string, role: string): string =>
      `SELECT access.open_account('${identifier}', '${identifier}', '${role}', NULL, NULL, now())`;

    it('are given no role, no enterprise and no worker by a statement of the application', async () => {
      await app.query(open('operator-1', 'operator'));
      const wrong = await done([
        `UPDATE public.up_users SET account_role = 'security-admin'`,
        'UPDATE public.up_users SET enterprise_id = 1',
        'UPDATE public.up_users SET worker_id = 1',
        `UPDATE public.up_users SET username = 'another'`,
        `INSERT INTO public.up_users (username, account_role) VALUES ('intruder', 'security-admin')`,
        'DELETE FROM public.up_users',
      ]);
      expect(wrong).toEqual([]);
      await app.query('UPDATE public.up_users SET blocked = true, updated_at = now()');
    });

    it('of the three administrators are opened at the founding and never again', async () => {
      for (const role of ['system-admin', 'security-admin', 'audit-admin']) await app.query(open(role, role));
      expect(
        await done(['system-admin', 'security-admin', 'audit-admin'].map((role) => open(`second-${role}`, role))),
      ).toEqual([]);
      await app.query(open('operator-2', 'operator'));
    });
  });

  describe('the auditor (审计人员)', () => {
    let auditor: Client;

    beforeAll(async () => {
      auditor = new Client({ connectionString: test.superuserUrl });
      await auditor.connect();
      await auditor.query('SET SESSION AUTHORIZATION linggong_auditor');
    });
    afterAll(() => auditor?.end());

    const refused = async (sql: string): Promise<string | undefined> => {
      await auditor.query('BEGIN READ WRITE');
      try {
        await auditor.query(sql);
        return 'done';
      } catch (error) {
        return (error as Refusal).code;
      } finally {
        await auditor.query('ROLLBACK');
      }
    };

    it('reads the published views of the log, accounts, sessions and decisions', async () => {
      for (const sql of [
        'SELECT * FROM audit.published_entries LIMIT 1',
        'SELECT * FROM audit.published_roots LIMIT 1',
        'SELECT id, username, account_role, blocked FROM public.up_users LIMIT 1',
        'SELECT id, account_id, ended_because FROM access.sessions LIMIT 1',
        'SELECT id, state, maker_name, decided_name FROM access.approvals LIMIT 1',
      ])
        expect([sql, await refused(sql)]).toEqual([sql, 'done']);
    });

    it('reads no other table, and no number or hash of a person', async () => {
      const readable = await tablesWhere(`has_table_privilege('linggong_auditor', c.oid, 'SELECT')`);
      expect(readable).toEqual([]);
      for (const sql of [
        'SELECT * FROM access.holders',
        'SELECT before FROM access.approvals',
        'SELECT payload_sealed FROM access.approvals',
        'SELECT address FROM access.sessions',
        'SELECT email FROM public.up_users',
        'SELECT * FROM audit.entries',
      ])
        expect([sql, await refused(sql)]).toEqual([sql, insufficientPrivilege]);
    });

    it('writes to no table, runs no function of ours that writes, and is a member of nothing', async () => {
      const writable = await tablesWhere(
        `has_table_privilege('linggong_auditor', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')`,
      );
      expect(writable).toEqual([]);
      const functions = await names(
        `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE p.prosecdef AND ${ours} AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('linggong_auditor', p.oid, 'EXECUTE')`,
      );
      expect(functions).toEqual([]);
      expect(
        await names(
          `SELECT roleid::regrole::text AS name FROM pg_auth_members WHERE member = 'linggong_auditor'::regrole`,
        ),
      ).toEqual([]);
      for (const sql of [
        'CREATE TEMPORARY TABLE intruder (id int)',
        'CREATE TABLE public.intruder (id int)',
        'SET ROLE linggong_owner',
      ])
        expect([sql, await refused(sql)]).toEqual([sql, insufficientPrivilege]);
    });
  });
});
