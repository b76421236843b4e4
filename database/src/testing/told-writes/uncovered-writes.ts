import type { Database } from '@linggong/core';
import { toldByRow, unauditedTables, type ToldByRow } from '@linggong/config/audit';

/** A table that some transaction wrote to without telling the audit log. */
export interface UncoveredTable {
  readonly table: string;
  /** Transactions whose rows still stand as they wrote them. */
  readonly transactions: number;
  readonly rows: number;
}

/** Transactions of a test that writes rows past the product, from and to, both included. */
export interface OwnTransactions {
  readonly from: bigint;
  readonly to: bigint;
}

/** Schemas whose tables are not the business's: the log itself, queues, and what PostgreSQL keeps. */
const otherSchemas = ['audit', 'witness', 'bullmq', 'pg_catalog', 'information_schema'];

/**
 * Tables with rows that a transaction wrote which has no entry in the log (R9.5): the transaction number of each row (`xmin`) against
 * those of all entries. A row shows the last transaction that wrote it: one that was written over or deleted since is not seen here,
 * and a transaction with an entry may write more than the entry tells. One cluster without a wraparound of numbers.
 * @param db as superuser, since nobody else reads every table
 * @param since number of the first transaction that counts: what made the schema has no actor
 */
export async function uncoveredWrites(
  db: Database,
  since: bigint,
  own: readonly OwnTransactions[] = [],
): Promise<UncoveredTable[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND NOT n.nspname = ANY ($1) AND n.nspname !~ '^pg_' ORDER BY 1`,
    [otherSchemas],
  );
  const found: UncoveredTable[] = [];
  for (const { name } of tables) {
    const [row] = await db.query<{ transactions: number; rows: number }>(statementOf(name), [
      since,
      own.map(({ from }) => from),
      own.map(({ to }) => to),
    ]);
    if (row && row.rows > 0) found.push({ table: name, ...row });
  }
  for (const one of toldByRow) {
    const [row] = await db.query<{ transactions: number; rows: number }>(statementOfRows(one), [
      since,
      own.map(({ from }) => from),
      own.map(({ to }) => to),
    ]);
    if (row && row.rows > 0) found.push({ table: `${one.table}, row by row`, ...row });
  }
  return found;
}

/**
 * `xmin` has 32 bits, the numbers of entries 64; within one epoch the lower half is the whole number. Behind a savepoint rows have the number of
 * that part, and so has the entry's own row that was written beside them.
 */
function statementOf(table: string): string {
  return `SELECT count(DISTINCT t.xid)::int AS transactions, count(*)::int AS rows
    FROM (SELECT xmin::text::bigint AS xid FROM ${table}) t
   WHERE t.xid >= $1::bigint % 4294967296
     AND NOT EXISTS (SELECT 1 FROM unnest($2::bigint[], $3::bigint[]) AS o(f, u) WHERE t.xid BETWEEN o.f AND o.u)
     AND NOT EXISTS (SELECT 1 FROM (SELECT xid::text::bigint % 4294967296 AS x FROM audit.entries
                                    UNION SELECT xmin::text::bigint FROM audit.entries) e WHERE e.x = t.xid)`;
}

/** Changed rows without an entry of their own: another entry of the same transaction does not tell of them. */
function statementOfRows({ changes, row, subject, action }: ToldByRow): string {
  return `SELECT count(DISTINCT c.xid)::int AS transactions, count(*)::int AS rows
    FROM (SELECT ${row}::text AS id, xid::text::bigint AS xid FROM ${changes}) c
   WHERE c.xid >= $1::bigint
     AND NOT EXISTS (SELECT 1 FROM unnest($2::bigint[], $3::bigint[]) AS o(f, u) WHERE c.xid BETWEEN o.f AND o.u)
     AND NOT EXISTS (SELECT 1 FROM audit.entries e WHERE e.xid::text::bigint = c.xid AND e.subject_kind = '${subject}'
           AND e.subject_id = c.id AND e.action = '${action}' AND e.before IS NOT NULL AND e.after IS NOT NULL)`;
}

/** Those that nobody excepted, and exceptions that no table needs any more or that name none. */
export function judged(found: readonly UncoveredTable[]): { uncovered: UncoveredTable[]; excepted: string[] } {
  const named = new Set(unauditedTables.map(({ table }) => table));
  return {
    uncovered: found.filter(({ table }) => !named.has(plain(table))),
    excepted: found.filter(({ table }) => named.has(plain(table))).map(({ table }) => plain(table)),
  };
}

/** A partition counts as its table: `entries_2026_11` as `entries`. */
function plain(table: string): string {
  return table.replace(/_\d{4}(?:_\d{2})?$|_rest$|_default$/, '');
}

/** The number that the next transaction gets at least. */
export async function nextTransaction(db: Database): Promise<bigint> {
  const { next } = await db.one<{ next: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next');
  return BigInt(next);
}

/** The first transaction that told the log anything: what a platform does before is its founding, by nobody. */
export async function firstTold(db: Database): Promise<bigint> {
  const { first } = await db.one<{ first: string }>('SELECT min(xid::text::bigint)::text AS first FROM audit.entries');
  return BigInt(first);
}
