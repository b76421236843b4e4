import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../testing';
import { checkReferencesInBulk } from './bulk-references';
import { grantPublicTables, setContentTypeDefaults } from './public-tables';
import { dropSpareIndexes } from './spare-indexes';

/** Tables as Strapi's sync leaves them; made as the owner, as it does. */
const tables = `
  CREATE TABLE public.orders (id serial PRIMARY KEY, document_id varchar(255), amount_fen bigint,
    created_at timestamp(6), updated_at timestamp(6), published_at timestamp(6));
  CREATE TABLE public.orders_tags_lnk (id serial PRIMARY KEY, order_id int);
  CREATE TABLE public.strapi_sessions (id serial PRIMARY KEY);
  CREATE SCHEMA audit AUTHORIZATION linggong_audit;
  SET ROLE linggong_audit;
  CREATE TABLE audit.rows (id bigint GENERATED ALWAYS AS IDENTITY, said text);
  RESET ROLE;
`;

describe('the rights of the roles (R9.4)', () => {
  let test: TestDatabase;
  let owner: Client;

  beforeAll(async () => {
    test = await testDatabase({ only: [] });
    owner = new Client({ connectionString: test.ownerUrl });
    await owner.connect();
    await owner.query(tables);
    await setContentTypeDefaults(owner);
    await grantPublicTables(owner);
  });
  afterAll(async () => {
    await owner.end();
    await test.drop();
  });

  const denied = /permission denied|must be owner/;

  it.each([
    'CREATE TABLE public.intruder (id int)',
    'CREATE TEMPORARY TABLE intruder (id int)',
    'CREATE SCHEMA intruder',
    'ALTER TABLE public.orders ADD COLUMN intruder int',
    'DROP TABLE public.orders',
    'TRUNCATE public.orders',
    'ALTER TABLE public.orders DISABLE TRIGGER ALL',
    "SET session_replication_role = 'replica'",
    'CREATE ROLE intruder',
    'SET ROLE linggong_owner',
    "SELECT pg_read_file('/etc/passwd')",
    "COPY public.orders TO PROGRAM 'cat'",
    "INSERT INTO public.linggong_migrations VALUES ('x', 'y', 'z')",
  ])('the application cannot %s', async (sql) => {
    await expect(test.db.query(sql)).rejects.toThrow(denied);
  });

  it('the application cannot delete an order, which it can make and change (R5.2)', async () => {
    const { id } = await test.db.one<{ id: number }>('INSERT INTO public.orders (amount_fen) VALUES (1) RETURNING id');
    await test.db.query('UPDATE public.orders SET amount_fen = 2 WHERE id = $1', [id]);
    await expect(test.db.query('DELETE FROM public.orders WHERE id = $1', [id])).rejects.toThrow(denied);
  });

  it('the application may delete links and sessions', async () => {
    await test.db.query('DELETE FROM public.orders_tags_lnk');
    await test.db.query('DELETE FROM public.strapi_sessions');
  });

  it.each(['SELECT * FROM audit.rows', "INSERT INTO audit.rows (said) VALUES ('x')", 'DELETE FROM audit.rows'])(
    'the application cannot %s (R9.5)',
    async (sql) => {
      await expect(test.db.query(sql)).rejects.toThrow(denied);
    },
  );

  it('fills in what only the document service of Strapi would', async () => {
    const row = await test.db.one<{ documentId: string; createdAt: Date; now: Date }>(
      `INSERT INTO public.orders (amount_fen) VALUES (1)
       RETURNING document_id AS "documentId", created_at AS "createdAt", now() AS now`,
    );
    expect(row.documentId).toMatch(/^[0-9a-f]{44}$/);
    // It begins with the time, in milliseconds.
    expect(Math.abs(Number.parseInt(row.documentId.slice(0, 12), 16) - row.now.getTime())).toBeLessThan(1000);
    expect(Math.abs(row.createdAt.getTime() - row.now.getTime())).toBeLessThan(1000);
  });

  it('gives columns of earlier releases the default of today', async () => {
    const place = `table_schema = 'public' AND table_name = 'orders' AND column_name = 'document_id'`;
    const standing = () =>
      owner.query<{ value: string }>(`SELECT column_default AS value FROM information_schema.columns WHERE ${place}`);
    const { rows: today } = await standing();
    await owner.query('ALTER TABLE public.orders ALTER COLUMN document_id SET DEFAULT gen_random_uuid()::text');
    await setContentTypeDefaults(owner);
    expect((await standing()).rows).toEqual(today);
  });

  it('keeps of the indexes of relations those that something is found by', async () => {
    await owner.query(`
      CREATE TABLE public.receipts (id serial PRIMARY KEY, document_id varchar(255), order_id int, worker_id int,
        created_by_id int, voided_at timestamp);
      CREATE INDEX receipts_order_id_fk ON public.receipts (order_id);
      CREATE INDEX receipts_worker_id_fk ON public.receipts (worker_id);
      CREATE INDEX receipts_created_by_id_fk ON public.receipts (created_by_id);
      CREATE INDEX receipts_by_order ON public.receipts (order_id, id);
      CREATE INDEX receipts_live ON public.receipts (worker_id, id) WHERE voided_at IS NULL;
    `);
    const standing = async () => {
      const found = `SELECT indexname FROM pg_indexes WHERE tablename = 'receipts' ORDER BY 1`;
      return (await owner.query<{ indexname: string }>(found)).rows.map(({ indexname }) => indexname);
    };
    await dropSpareIndexes(owner);
    expect(await standing()).toEqual(['receipts_by_order', 'receipts_live', 'receipts_pkey', 'receipts_worker_id_fk']);
  });

  describe('references of tables that are written in bulk', () => {
    beforeAll(async () => {
      await owner.query(`
        CREATE TABLE public.workers (id serial PRIMARY KEY, name text);
        CREATE TABLE public.admin_users (id serial PRIMARY KEY);
        CREATE TABLE public.payouts (id serial PRIMARY KEY, document_id varchar(255), worker_id int, created_by_id int,
          CONSTRAINT payouts_worker_id_fk FOREIGN KEY (worker_id) REFERENCES public.workers ON DELETE SET NULL,
          CONSTRAINT payouts_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES public.admin_users ON DELETE SET NULL);
        INSERT INTO public.workers (name) SELECT 'w' FROM generate_series(1, 3);
      `);
      await grantPublicTables(owner);
      await checkReferencesInBulk(owner);
    });
    const insert = (keys: readonly (number | null)[]) =>
      test.db.query('INSERT INTO public.payouts (worker_id) SELECT unnest($1::int[]) RETURNING id', [keys]);

    it('are looked at as one, and lock nothing', async () => {
      expect(await insert([1, 2, 3, 1, null])).toHaveLength(5);
      const { locked } = await test.db.one<{ locked: number }>(
        'SELECT count(*)::int AS locked FROM public.workers WHERE xmax <> 0',
      );
      expect(locked).toBe(0);
    });

    it.each([
      ['an insert', () => insert([1, 4, 2])],
      ['an update', () => test.db.query('UPDATE public.payouts SET worker_id = 9 WHERE worker_id = 1')],
    ])('refuse %s that names what is not there', async (_name, work) => {
      await expect(work()).rejects.toMatchObject({ code: '23503', table: 'payouts', column: 'worker_id' });
    });

    it('let go, and keep the key to what may be deleted', async () => {
      await test.db.query('UPDATE public.payouts SET worker_id = NULL WHERE worker_id = 2');
      const standing = `SELECT conname FROM pg_constraint WHERE conrelid = 'public.payouts'::regclass AND contype = 'f'`;
      expect((await owner.query(standing)).rows).toEqual([{ conname: 'payouts_created_by_id_fk' }]);
    });

    it('stand after a sync that made the keys anew', async () => {
      await owner.query(
        `ALTER TABLE public.payouts ADD CONSTRAINT payouts_worker_id_fk FOREIGN KEY (worker_id) REFERENCES public.workers ON DELETE SET NULL`,
      );
      await checkReferencesInBulk(owner);
      await expect(insert([7])).rejects.toMatchObject({ code: '23503' });
    });
  });

  it('does not give back a right that a migration took away', async () => {
    await owner.query('REVOKE UPDATE ON public.orders FROM linggong_app');
    await grantPublicTables(owner);
    await expect(test.db.query('UPDATE public.orders SET amount_fen = 3')).rejects.toThrow(denied);
    await owner.query('GRANT UPDATE ON public.orders TO linggong_app');
  });

  it('the backup role may run a base backup and read no table', async () => {
    const backup = new Client({ connectionString: test.backupUrl });
    await backup.connect();
    try {
      await backup.query("SELECT pg_backup_start('test', true)");
      await backup.query('SELECT pg_backup_stop(false)');
      await expect(backup.query('SELECT * FROM public.orders')).rejects.toThrow(denied);
    } finally {
      await backup.end();
    }
  });
});
