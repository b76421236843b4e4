import type { Client } from 'pg';
import type { Finding, Hunter } from '../hunter';

const rowsAtOnce = 2_000;

export interface TableHunt {
  readonly findings: Finding[];
  readonly tables: number;
  readonly bytes: number;
}

/**
 * Every row of every table of every schema, as the superuser reads it: business, log, queues, outbox, Strapi's own.
 * @param only the one schema to look through, where it is said
 */
export async function huntTables(client: Client, hunter: Hunter, only?: string): Promise<TableHunt> {
  const tables = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
        AND n.nspname = coalesce($1, n.nspname) ORDER BY 1`,
    [only ?? null],
  );
  // What sessions ran last, and large objects, are no tables of ours and hold text all the same.
  const extra = only === undefined ? ['pg_stat_activity', 'pg_largeobject', 'pg_description'] : [];
  const findings: Finding[] = [];
  let bytes = 0;
  for (const name of [...tables.rows.map(({ name: table }) => table), ...extra]) {
    bytes += await huntTable(client, hunter, name, findings);
  }
  return { findings, tables: tables.rows.length, bytes };
}

async function huntTable(client: Client, hunter: Hunter, name: string, findings: Finding[]): Promise<number> {
  await client.query('BEGIN');
  // A row as JSON names its columns; bytes stand in it as hex.
  await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${name} t`);
  let bytes = 0;
  for (let count = rowsAtOnce; count === rowsAtOnce;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${rowsAtOnce} FROM rows`);
    const piece = Buffer.from(rows.map(({ row }) => row).join('\n'));
    bytes += piece.length;
    if (hunter.inPiece(piece).length > 0) rows.forEach(({ row }) => findings.push(...inRow(hunter, name, row)));
    count = rows.length;
  }
  await client.query('COMMIT');
  return bytes;
}

/** In which column it stands. */
function inRow(hunter: Hunter, table: string, row: string): Finding[] {
  // `row_to_json` gives an object.
  return Object.entries(JSON.parse(row) as Record<string, unknown>).flatMap(([column, value]) =>
    hunter
      .inPiece(Buffer.from(JSON.stringify(value) ?? ''))
      .map((found) => ({ ...found, place: `${table}.${column}` })),
  );
}
