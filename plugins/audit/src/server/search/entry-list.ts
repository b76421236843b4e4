import type { Queryable } from '@linggong/core';

/** Rows that a count of the list tells; beyond it there are "10,000+", and nobody turns that many pages. */
const countMax = 10_000;

/**
 * The console list of the audit log, in the words of access's `consoleResource`. What it filters by has an index that ends in the
 * order of the list.
 */
export const auditList = {
  name: 'audit-entries',
  resource: 'audit-entry',
  from: 'audit.published_entries a',
  countMax,
  columns: {
    id: { sql: 'a.seq' },
    recordedAt: { sql: 'a.recorded_at', filter: 'instant' as const, sort: true },
    at: { sql: 'a.at' },
    actorName: { sql: 'a.actor_name', filter: 'exact' as const },
    actorRole: { sql: 'a.actor_role' },
    action: { sql: 'a.action', filter: 'exact' as const },
    outcome: { sql: 'a.outcome', filter: 'exact' as const },
    subjectKind: { sql: 'a.subject_kind', filter: 'exact' as const },
    subjectId: { sql: 'a.subject_id', filter: 'exact' as const },
    count: { sql: 'a.count' },
    address: { sql: 'a.address', filter: 'exact' as const },
    traceId: { sql: 'a.trace_id', filter: 'exact' as const },
    sessionId: { sql: 'a.session_id', filter: 'uuid' as const },
    approvalId: { sql: 'a.approval_id' },
    reason: { sql: 'a.reason' },
  },
  order: { column: 'recordedAt', direction: 'DESC' as const },
  scope: () => 'all' as const,
  detail: async (id: number, _account: unknown, db: Queryable): Promise<object | undefined> => {
    const [states] = await db.query<{ before: unknown; after: unknown; idsSha256: string | null }>(
      'SELECT before, after, ids_sha256 AS "idsSha256", xid::text AS xid FROM audit.published_entries WHERE seq = $1 LIMIT 1',
      [id],
    );
    return states;
  },
};
