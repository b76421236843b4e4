import { reachOf } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Account } from '../http/account';

/** A request about a thing that waits for its second person, as the page of the thing tells it. */
export interface WaitingApproval {
  readonly action: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Null for whoever may not open it: neither asked nor decides. */
  readonly approval: string | null;
}

/** Requests about one thing that its page names: one of an action waits at a time. */
const SHOWN_MAX = 10;

/**
 * What waits for a second person about a thing (待审批). Nothing for accounts that see no requests at all.
 * @param subjectId as the request names its subject
 */
export async function waitingApprovals(
  db: Queryable,
  { id, role }: Pick<Account, 'id' | 'role'>,
  { resource, subjectId }: { readonly resource: string; readonly subjectId: string },
): Promise<WaitingApproval[]> {
  const reach = reachOf(role, 'approval', 'read');
  if (reach === undefined) return [];
  return db.query<WaitingApproval>(
    `SELECT action, maker_name AS "askedBy", asked_at AS "askedAt",
            CASE WHEN $3 OR maker = $4 OR $5 = ANY (deciders) THEN id END AS approval
       FROM access.approvals
      WHERE resource = $1 AND subject_kind = $1 AND subject_id = $2 AND state = 'pending'
      ORDER BY asked_at LIMIT ${SHOWN_MAX}`,
    [resource, subjectId, reach === 'all', id, role],
  );
}
