import type { Database, Queryable } from '@linggong/core';

/**
 * The plans of every statement that some work asks of the database, with sequential scans as the last resort: tables of a test are so small that
 * they would be read whole, however good an index is.
 */
export function explainedBy(db: Database, work: (db: Queryable) => Promise<unknown>): Promise<string[]> {
  return db.transaction(async (tx) => {
    const asked: (readonly [sql: string, values: readonly unknown[]])[] = [];
    const query: Queryable['query'] = (sql, values = []) => (asked.push([sql, values]), tx.query(sql, values));
    await work({ ...tx, query });
    await tx.query('SET LOCAL enable_seqscan = off');
    const plans: string[] = [];
    for (const [sql, values] of asked) {
      const rows = await tx.query<Record<string, string>>(`EXPLAIN ${sql}`, values);
      plans.push(rows.map((row) => Object.values(row).join('')).join('\n'));
    }
    return plans;
  });
}

/** Partitions of a table that a plan reads. */
export function partitionsIn(plan: string, table: string): string[] {
  return [...new Set(plan.match(new RegExp(`\\b${table}_\\d[\\d_]*\\b`, 'g')) ?? [])].sort();
}
