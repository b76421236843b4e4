import type { ClientBase } from 'pg';
import { bringUnderWatch } from '@linggong/audit/install';
import { enrolConnection, unwatched } from '@linggong/config/audit';
import { say } from '../supervisor/progress';

/**
 * Brings every table under the watch of the write-ahead log (旁证), the exceptions of `config/src/audit/unwatched.ts` apart. Run as owner, when
 * all tables are there, and outside of a transaction: a table at a time. Does nothing in a database that audit has not migrated (tests).
 */
export async function watchTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regproc('audit.watch_table') IS NOT NULL AS there",
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
  // The first migration of all made the table of claims itself, after this connection was made.
  await enrolConnection(client, { ...process.env, LINGGONG_ROLE: 'migrate' });
  const { busy } = await bringUnderWatch(async (sql, values) => (await client.query<object>(sql, values)).rows);
  if (busy.length > 0) {
    say(
      `! 表被占用，暂未纳入监控：${busy.join('、')} These tables are in use and not under watch yet: ${busy.join(', ')}`,
    );
  }
}
