import type { ClientBase } from 'pg';
import { unwatched } from '@linggong/config/audit';

/**
 * Brings every table under the watch of the write-ahead log (旁证), the exceptions of `config/src/audit/unwatched.ts` apart. Run as owner, when
 * all tables are there; does nothing in a database that audit has not migrated (tests).
 */
export async function watchTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regproc('audit.watch_tables') IS NOT NULL AS there",
  );
  if (rows[0]?.there !== true) return;
  const schemas = unwatched.map(({ schema }) => schema);
  const tables = unwatched.map(({ table = '' }) => table);
  await client.query(
    `WITH wanted AS (SELECT s, t FROM unnest($1::text[], $2::text[]) AS w(s, t)),
          gone AS (DELETE FROM audit.unwatched WHERE (schema_name, table_name) NOT IN (SELECT s, t FROM wanted))
     INSERT INTO audit.unwatched (schema_name, table_name) SELECT s, t FROM wanted ON CONFLICT DO NOTHING`,
    [schemas, tables],
  );
  await client.query('SELECT audit.watch_tables()');
}
