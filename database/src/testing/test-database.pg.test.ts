import { testDatabase, type TestDatabase } from './index';

describe('testDatabase({ only })', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
  });
  afterAll(() => test.drop());

  it('signs in as the rows-only role', async () => {
    expect(await test.db.one('SELECT current_user::text AS role')).toEqual({ role: 'linggong_app' });
  });

  it('applied the before-migrations of the named plugins and of core, which counts for all of them, and no others', async () => {
    const applied = await test.db.query<{ plugin: string }>(
      'SELECT DISTINCT plugin FROM linggong_migrations ORDER BY 1',
    );
    expect(applied).toEqual([{ plugin: 'core' }, { plugin: 'jobs' }]);
  });

  it('lets the application use queues, and make none', async () => {
    const { name } = await test.db.one<{ name: string }>(`SELECT bullmq.job_id_seq_name('events') AS name`);
    await expect(test.db.one(`SELECT nextval('bullmq.' || $1) AS id`, [name])).resolves.toEqual({ id: 1n });
    await expect(test.db.query('CREATE SEQUENCE bullmq.another')).rejects.toThrow(/permission denied/);
  });
});

describe('testDatabase with after-migrations', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/vault', 'plugins/parties'] });
  }, 120_000);
  afterAll(() => test.drop());

  it('has the content-type tables, with defaults for what only Strapi would fill in', async () => {
    const columns = await test.db.query<{ table: string; column: string; value: string | null }>(
      `SELECT table_name::text AS table, column_name::text AS column, column_default AS value
         FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name IN ('enterprises', 'workers', 'orders')
          AND column_name IN ('document_id', 'created_at', 'updated_at', 'published_at')`,
    );
    expect(columns).toHaveLength(12);
    for (const { column, value } of columns) {
      expect(value).toMatch(
        column === 'document_id' ? /^\(lpad\(to_hex\(.*clock_timestamp.*gen_random_uuid/ : /now\(\) AT TIME ZONE 'UTC'/,
      );
    }
  });

  it('applied both phases of the named plugins', async () => {
    const applied = await test.db.query<{ name: string }>('SELECT name FROM linggong_migrations ORDER BY name');
    expect(applied.some(({ name }) => name.endsWith('.after.sql'))).toBe(true);
  });
});
