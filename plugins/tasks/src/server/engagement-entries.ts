import { singleEntriesMax, type AuditEntry } from '@linggong/audit';
import type { Fen } from '@linggong/core/domain';
import type { EngagementState } from '../domain';

/** What a change gives back of an engagement `g`. */
export const changedEngagement = `g.id, g.number, g.task_id AS "taskId", g.worker_id AS "workerId", g.agreed_fen AS "agreedFen",
  g.accepted_fen AS "acceptedFen"`;

/** An engagement as an act left it. */
export interface ChangedEngagement {
  readonly id: number;
  readonly number: string;
  readonly taskId: number;
  readonly workerId: number;
  readonly agreedFen: Fen;
  readonly acceptedFen: Fen | null;
}

const sumOf = (amounts: readonly (Fen | null)[]): Fen => amounts.reduce<Fen>((sum, fen) => sum + (fen ?? 0n), 0n);

/** What an act says beside its amounts: the states before it, and the line of the criteria that it cited. */
interface Told {
  readonly before?: ReadonlyMap<number, EngagementState>;
  readonly criteria?: string | undefined;
}

/**
 * What the audit log says of an act on engagements: each by itself with its amounts, or, of more than a few hundred, a row a
 * task with the digest of their ids and the sums.
 */
export function engagementEntries(
  action: string,
  changed: readonly ChangedEngagement[],
  to: EngagementState,
  { before, criteria }: Told = {},
): AuditEntry[] {
  const cited = criteria === undefined ? {} : { criteria };
  if (changed.length <= singleEntriesMax) {
    return changed.map(({ id, taskId, workerId, agreedFen, acceptedFen }) => {
      const state = before?.get(id);
      const after = { state: to, taskId, workerId, agreedFen, ...(acceptedFen !== null && { acceptedFen }), ...cited };
      return { action, subject: { kind: 'engagement', id }, ...(state && { before: { state } }), after };
    });
  }
  const byTask = new Map<number, ChangedEngagement[]>();
  for (const row of changed) {
    const rows = byTask.get(row.taskId);
    if (rows) rows.push(row);
    else byTask.set(row.taskId, [row]);
  }
  return [...byTask].map(([taskId, rows]) => ({
    action,
    subject: { kind: 'task', id: taskId },
    ids: rows.map(({ id }) => id),
    ...(before && { before: { state: [...new Set(rows.map(({ id }) => before.get(id) ?? ''))].sort() } }),
    after: {
      state: to,
      agreedFen: sumOf(rows.map(({ agreedFen }) => agreedFen)),
      acceptedFen: sumOf(rows.map(({ acceptedFen }) => acceptedFen)),
      ...cited,
    },
  }));
}
