import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../testing';
import { migrate } from './migrate';

describe('the runner of migrations', () => {
  let test: TestDatabase;
  let owner: Client;
  let root: string;

  const write = (plugin: string, name: string, sql: string): void => {
    const folder = path.join(root, 'plugins', plugin, 'migrations');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), sql);
  };
  const run = (): Promise<void> =>
    migrate({
      ownerUrl: test.ownerUrl,
      root,
      synchronise: async (afterSync) => {
        await owner.query('INSERT INTO told (what) VALUES ($1)', ['sync']);
        await afterSync();
      },
    });
  const told = async (): Promise<string[]> =>
    (await owner.query('SELECT what FROM told ORDER BY id')).rows.map((r) => r.what);

  beforeEach(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'linggong-migrations-'));
    mkdirSync(path.join(root, 'plugins'));
    test = await testDatabase({ only: [] });
    owner = new Client({ connectionString: test.ownerUrl });
    await owner.connect();
    await owner.query('CREATE TABLE told (id serial PRIMARY KEY, what text)');
  });
  afterEach(async () => {
    await owner.end();
    await test.drop();
    rmSync(root, { recursive: true });
  });

  it('runs plugins in the order of the design, and each phase on its side of the sync', async () => {
    write('settlement', '0001-tell.before.sql', "INSERT INTO told (what) VALUES ('settlement before')");
    write('jobs', '0002-tell.after.sql', "INSERT INTO told (what) VALUES ('jobs after')");
    write('jobs', '0001-tell.before.sql', "INSERT INTO told (what) VALUES ('jobs before')");
    await run();
    expect(await told()).toEqual(['jobs before', 'settlement before', 'sync', 'jobs after']);
    await run();
    expect(await told()).toHaveLength(5); // the second run synchronises and applies nothing
  });

  it('refuses a file that changed after it ran, and changes nothing', async () => {
    write('jobs', '0001-tell.before.sql', "INSERT INTO told (what) VALUES ('one')");
    await run();
    write('jobs', '0001-tell.before.sql', "INSERT INTO told (what) VALUES ('another')");
    write('jobs', '0002-tell.before.sql', "INSERT INTO told (what) VALUES ('two')");
    await expect(run()).rejects.toThrow(/plugins\/jobs\/migrations\/0001-tell\.before\.sql/);
    expect(await told()).toEqual(['one', 'sync']);
  });

  it('refuses a database whose migration is gone from the clone', async () => {
    write('jobs', '0001-tell.before.sql', 'SELECT 1');
    await run();
    rmSync(path.join(root, 'plugins/jobs/migrations/0001-tell.before.sql'));
    await expect(run()).rejects.toThrow(/0001-tell/);
  });

  it('keeps nothing of a file that fails, names its line, and carries on from there once it is mended', async () => {
    write('jobs', '0001-tell.before.sql', "INSERT INTO told (what) VALUES ('kept')");
    write('jobs', '0002-tell.before.sql', "INSERT INTO told (what) VALUES ('lost');\nSELECT missing_column;\n");
    await expect(run()).rejects.toThrow(/0002-tell\.before\.sql:2: .*missing_column/);
    expect(await told()).toEqual(['kept']);
    write('jobs', '0002-tell.before.sql', "INSERT INTO told (what) VALUES ('mended')");
    await run();
    expect(await told()).toEqual(['kept', 'mended', 'sync']);
  });

  it('applies each file once when two starts migrate together', async () => {
    write('jobs', '0001-tell.before.sql', "INSERT INTO told (what) VALUES ('once'); SELECT pg_sleep(0.2)");
    await Promise.all([run(), run()]);
    expect((await told()).filter((what) => what === 'once')).toHaveLength(1);
  });

  it.each([
    ['jobs', 'create-things.sql'],
    ['jobs', '0001-create-things.sql'],
    ['jobs', '0001_create.before.sql'],
    ['surprise', '0001-create-things.before.sql'],
  ])('refuses plugins/%s/migrations/%s rather than skip it', async (plugin, name) => {
    write(plugin, name, 'SELECT 1');
    await expect(run()).rejects.toThrow(new RegExp(`plugins/${plugin}`));
  });

  it('lets a migration act for the audit role and still records it', async () => {
    write(
      'audit',
      '0001-create-rows.before.sql',
      'CREATE SCHEMA audit AUTHORIZATION linggong_audit; SET LOCAL ROLE linggong_audit; CREATE TABLE audit.rows (id int)',
    );
    await run();
    const { rows } = await owner.query("SELECT tableowner FROM pg_tables WHERE schemaname = 'audit'");
    expect(rows).toEqual([{ tableowner: 'linggong_audit' }]);
  });
});
