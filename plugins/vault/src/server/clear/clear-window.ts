import type { Queryable } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { ClearRow, ClearSource, SealedRow } from './clear-source';

/** Rows of a table that one transaction looks at. */
export const CLEAR_WINDOW_ROWS = 500;

export interface ClearWindow {
  /** Key of its last row; null where the table has ended. */
  readonly last: string | null;
  readonly seen: number;
  /** Keys of the rows that were sealed. */
  readonly sealed: readonly string[];
  readonly held: number;
  readonly broken: number;
}

interface Found {
  readonly key: string;
  readonly row: SealedRow;
}

/**
 * Seals what is in clear in the next rows, in the caller's transaction. It locks the rows that it changes, waits for none, and changes one that
 * is in clear still: done again it does nothing.
 * @param after key of the last row of the window before
 */
export async function sealWindow(tx: Queryable, source: ClearSource, after: string | null): Promise<ClearWindow> {
  const { table, key, where } = source;
  const { last, seen, may } = await tx.one<{ last: string | null; seen: number; may: boolean }>(
    `SELECT max(t.${key.column})::text AS last, count(*)::int AS seen, coalesce(bool_or(${where}), false) AS may
       FROM (SELECT * FROM ${table} WHERE $1::text IS NULL OR ${key.column} > $1::${key.type}
              ORDER BY ${key.column} LIMIT ${CLEAR_WINDOW_ROWS}) t`,
    [after],
  );
  if (last === null || !may) return { last, seen, sealed: [], held: 0, broken: 0 };
  const rows = await clearRows(
    tx,
    source,
    `t.${key.column} <= $1::${key.type} AND ($2::text IS NULL OR t.${key.column} > $2::${key.type})`,
    [last, after],
  );
  const { found, broken } = sealedOf(source, rows);
  const sealed = await writeRows(tx, source, found);
  return { last, seen, sealed, held: found.length - sealed.length, broken };
}

/** How many of the newest rows hold a value in clear, for a control to say. */
export async function clearAmongNewest(db: Queryable, source: ClearSource, rows: number): Promise<number> {
  const { table, key } = source;
  const newest = `t.${key.column} IN (SELECT ${key.column} FROM ${table} ORDER BY ${key.column} DESC LIMIT ${rows})`;
  const { found, broken } = sealedOf(source, await clearRows(db, source, newest, []));
  return found.length + broken;
}

type KeyedRow = ClearRow & { readonly rowKey: string };

function clearRows(db: Queryable, source: ClearSource, among: string, given: readonly unknown[]): Promise<KeyedRow[]> {
  const { table, key, where, join = '', select } = source;
  const asked = Object.entries(select).map(([name, sql]) => `, (${sql})::text AS "${name}"`);
  return db.query<KeyedRow>(
    `SELECT t.${key.column}::text AS "rowKey"${asked.join('')} FROM ${table} t ${join} WHERE ${among} AND (${where})
      ORDER BY t.${key.column}`,
    given,
  );
}

function sealedOf(source: ClearSource, rows: readonly KeyedRow[]): { found: Found[]; broken: number } {
  const found: Found[] = [];
  let broken = 0;
  for (const row of rows) {
    try {
      const sealed = source.sealed(row);
      if (sealed) found.push({ key: row.rowKey, row: sealed });
    } catch (error) {
      // What the vault refuses stands until a person looks at it; a fault of ours is one.
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      broken += 1;
    }
  }
  return { found, broken };
}

async function writeRows(tx: Queryable, source: ClearSource, found: readonly Found[]): Promise<string[]> {
  if (found.length === 0) return [];
  const { table, key, columns, where } = source;
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, at) => `$${at + 2}::${type}[]`);
  const written = await tx.query<{ key: string }>(
    `UPDATE ${table} t SET ${names.map((name) => `${name} = v.${name}`).join(', ')}
       FROM unnest($1::text[], ${arrays.join(', ')}) AS v (row_key, ${names.join(', ')})
      WHERE t.${key.column} = v.row_key::${key.type} AND t.${key.column} IN (
        SELECT t.${key.column} FROM ${table} t WHERE t.${key.column} = ANY ($1::text[]::${key.type}[]) AND (${where})
         ORDER BY t.${key.column} FOR NO KEY UPDATE SKIP LOCKED)
     RETURNING t.${key.column}::text AS key`,
    [found.map((one) => one.key), ...names.map((name) => found.map(({ row }) => row[name] ?? null))],
  );
  return written.map((one) => one.key);
}
