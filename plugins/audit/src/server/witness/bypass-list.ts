import type { Queryable } from '@linggong/core';

/** Records that a list tells; beyond it there are more, and nobody turns that many pages. */
const countMax = 10_000;
/** Rows of one record that a page shows; a DBA may have changed a million. */
const changesShown = 500;

const columns = {
  id: { sql: 'w.no' },
  at: { sql: 'w.at', filter: 'instant' as const, sort: true },
  bypassKind: { sql: 'w.kind', filter: 'exact' as const },
  state: { sql: 'w.state', filter: 'exact' as const },
  dbUser: { sql: 'w.db_user', filter: 'exact' as const },
  userSource: { sql: 'w.user_source' },
  tables: { sql: 'w.tables::json' },
  rows: { sql: 'w.rows' },
  application: { sql: 'w.application' },
  address: { sql: 'w.address' },
  replicaRole: { sql: 'w.replica_role' },
  forged: { sql: 'w.forged' },
  xid: { sql: 'w.xid::text', filter: 'exact' as const },
  recordedAt: { sql: 'w.recorded_at' },
};

/** The console list of what bypassed the platform (绕过改动), in the words of access's `consoleResource`. */
export const bypassList = {
  name: 'audit-bypasses',
  resource: 'audit-bypass',
  from: 'witness.published_transactions w',
  countMax,
  columns,
  order: { column: 'at', direction: 'DESC' as const },
  scope: () => 'all' as const,
  detail: async (id: number, _account: unknown, db: Queryable): Promise<object | undefined> => {
    const [facts] = await db.query<object>(
      `SELECT lsn::text AS lsn, pid, candidates::json AS candidates, kept, acknowledged_at AS "acknowledgedAt",
              acknowledged_by AS "acknowledgedBy", acknowledged_reason AS "acknowledgedReason", encode(digest, 'hex') AS digest
         FROM witness.published_transactions WHERE no = $1`,
      [id],
    );
    if (!facts) return undefined;
    const changes = await db.query<object>(
      `SELECT place, relation, operation, row_key AS "rowKey", before::json AS before, after::json AS after
         FROM witness.published_changes WHERE transaction_no = $1 ORDER BY place LIMIT ${changesShown}`,
      [id],
    );
    return { ...facts, changes };
  },
};
