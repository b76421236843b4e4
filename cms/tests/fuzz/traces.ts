import { createDatabase, type Database } from '@linggong/core';
import type { TestDatabase } from '@linggong/database/testing';
import { canary } from './nasty';

interface TextColumn {
  readonly table: string;
  readonly column: string;
}

/** Columns of every table that hold the canary; as superuser, so that no table is left out. */
export async function canaryColumns(database: TestDatabase): Promise<string[]> {
  return asSuperuser(database, async (db) => {
    const columns = await db.query<TextColumn>(
      `SELECT format('%I.%I', c.table_schema, c.table_name) AS table, quote_ident(c.column_name) AS column
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
         AND c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY')`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const [row] = await db.query(`SELECT 1 FROM ${table} WHERE ${column}::text LIKE $1 LIMIT 1`, [`%${canary}%`]);
      if (row !== undefined) found.push(`${table}.${column}`);
    }
    if (columns.length < 200) throw new Error(`only ${columns.length} columns were looked at`);
    return found;
  });
}

/** Connections whose transaction broke and was never ended: they would be missing for good. */
export async function stuckConnections(database: TestDatabase): Promise<number> {
  return asSuperuser(database, async (db) => {
    const rows = await db.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction (aborted)'`,
    );
    return rows.length;
  });
}

async function asSuperuser<R>(database: TestDatabase, work: (db: Database) => Promise<R>): Promise<R> {
  const db = createDatabase({ connectionString: database.superuserUrl, max: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
