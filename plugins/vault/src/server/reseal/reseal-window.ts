import type { Queryable } from '@linggong/core';
import type { SealedKind } from '../../domain';
import { SealBroken } from '../suites';
import type { SealedSource } from './sealed-source';

/** Rows of a source that one transaction looks at. */
export const WINDOW_ROWS = 1_000;

/** Seals one value anew, or says that it needs none. @throws SealBroken */
export type Reseal = (kind: SealedKind, subject: string, sealed: Buffer) => Buffer | undefined;

export interface Window {
  /** Key of its last row; null where the source has ended. */
  readonly last: string | null;
  readonly seen: number;
  readonly moved: number;
  /** Rows under an old key that another transaction holds: the next sweep takes them. */
  readonly skipped: number;
  /** Keys of the rows with a value that does not open. */
  readonly broken: readonly string[];
}

interface Row {
  readonly key: string;
  readonly subject: string;
  /** The columns by their names. */
  readonly [column: string]: string | Buffer | null;
}

/**
 * Seals the old values of the next rows anew, in the caller's transaction.
 * It locks rows that nobody else holds and waits for none, so it is never part of a deadlock with the product's own work.
 * @param after key of the last row of the window before
 * @param headText first four base64 characters of a value under the current key
 */
export async function resealWindow(
  tx: Queryable,
  source: SealedSource,
  { after, headText }: { after: string | null; headText: string },
  reseal: Reseal,
): Promise<Window> {
  const { last, seen, stale } = await tx.one<{ last: string | null; seen: number; stale: number }>(
    windowSql(source, after !== null),
    after === null ? [headText] : [headText, after],
  );
  if (last === null || stale === 0) return { last, seen, moved: 0, skipped: 0, broken: [] };
  const rows = await tx.query<Row>(
    staleSql(source, after !== null),
    after === null ? [headText, last] : [headText, last, after],
  );
  const { changed, broken } = resealRows(source, rows, reseal);
  await writeRows(tx, source, changed);
  return { last, seen, moved: changed.length, skipped: Math.max(0, stale - rows.length), broken };
}

interface Changed {
  readonly key: string;
  /** Base64 in the order of the source's columns; null where the column stays. */
  readonly values: readonly (string | null)[];
}

function resealRows(source: SealedSource, rows: readonly Row[], reseal: Reseal) {
  const changed: Changed[] = [];
  const broken: string[] = [];
  for (const row of rows) {
    let isBroken = false;
    const values = Object.entries(source.columns).map(([column, kind]) => {
      const sealed = bytesOf(row[column]);
      if (!sealed) return null;
      try {
        return reseal(kind, row.subject, sealed)?.toString('base64') ?? null;
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        isBroken = true;
        return null;
      }
    });
    if (isBroken) broken.push(row.key);
    if (values.some((value) => value !== null)) changed.push({ key: row.key, values });
  }
  return { changed, broken };
}

/** Undefined where there is no value; an emptied column has none either. */
function bytesOf(value: string | Buffer | null | undefined): Buffer | undefined {
  if (value === null || value === undefined || value.length === 0) return undefined;
  return typeof value === 'string' ? Buffer.from(value, 'base64') : value;
}

async function writeRows(tx: Queryable, source: SealedSource, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const columns = Object.keys(source.columns);
  await tx.query(updateSql(source), [
    changed.map(({ key }) => key),
    ...columns.map((_, at) => changed.map(({ values }) => values[at] ?? null)),
  ]);
}

/** $1 head; $2 key before, where there is one. */
function windowSql(source: SealedSource, isContinued: boolean): string {
  const { table, key } = source;
  const names = Object.keys(source.columns).map((column) => `, ${column}`);
  return `SELECT max(${key.column})::text AS last, count(*)::int AS seen, (count(*) FILTER (WHERE ${stale(source)}))::int AS stale
    FROM (SELECT ${key.column}${names.join('')} FROM ${table} ${isContinued ? `WHERE ${key.column} > $2::${key.type}` : ''}
           ORDER BY ${key.column} LIMIT ${WINDOW_ROWS}) t`;
}

/** $1 head; $2 last key; $3 key before, where there is one. */
function staleSql(source: SealedSource, isContinued: boolean): string {
  const { table, key, subject, join = '' } = source;
  const names = Object.keys(source.columns).map((column) => `, t.${column}`);
  return `SELECT t.${key.column}::text AS key, ${subject} AS subject${names.join('')} FROM ${table} t ${join}
    WHERE t.${key.column} <= $2::${key.type} ${isContinued ? `AND t.${key.column} > $3::${key.type}` : ''} AND (${stale(source)})
    ORDER BY t.${key.column} FOR NO KEY UPDATE OF t SKIP LOCKED`;
}

/** The head of a value is its first three bytes, and these are exactly its first four base64 characters. */
function stale({ columns, form }: SealedSource): string {
  const test = (column: string): string =>
    form === 'base64'
      ? `(t.${column} <> '' AND left(t.${column}, 4) <> $1)`
      : `(t.${column} <> '' AND encode(substring(t.${column} FROM 1 FOR 3), 'base64') <> $1)`;
  return Object.keys(columns).map(test).join(' OR ');
}

function updateSql({ table, key, columns, form }: SealedSource): string {
  const names = Object.keys(columns);
  const value = (at: number): string => (form === 'base64' ? `v.c${at}` : `decode(v.c${at}, 'base64')`);
  const sets = names.map((column, at) => `${column} = coalesce(${value(at)}, t.${column})`);
  const arrays = names.map((_, at) => `$${at + 2}::text[]`);
  return `UPDATE ${table} t SET ${sets.join(', ')}
    FROM unnest($1::text[], ${arrays.join(', ')}) AS v (key, ${names.map((_, at) => `c${at}`).join(', ')})
    WHERE t.${key.column} = v.key::${key.type}`;
}
