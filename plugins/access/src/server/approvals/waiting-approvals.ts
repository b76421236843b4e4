import { reachOf } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { ApprovalState } from '../../domain/approval';
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

/** Whoever asks or decides may open the request, and who sees all of them. */
const OPENABLE = 'CASE WHEN $3 OR maker = $4 OR $5 = ANY (deciders) THEN id END AS approval';

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
            ${OPENABLE}
       FROM access.approvals
      WHERE resource = $1 AND subject_kind = $1 AND subject_id = $2 AND state = 'pending'
      ORDER BY asked_at LIMIT ${SHOWN_MAX}`,
    [resource, subjectId, reach === 'all', id, role],
  );
}

/** A request about a thing with what became of it, as the page of the thing tells its story. */
export interface ToldApproval extends WaitingApproval {
  readonly state: ApprovalState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly endedAt: Date | null;
}

/** What was asked of a second person about a thing, the newest first. Nothing for accounts that see no requests at all. */
export async function approvalsAbout(
  db: Queryable,
  { id, role }: Pick<Account, 'id' | 'role'>,
  { resource, subjectId }: { readonly resource: string; readonly subjectId: string },
): Promise<ToldApproval[]> {
  const reach = reachOf(role, 'approval', 'read');
  if (reach === undefined) return [];
  return db.query<ToldApproval>(
    `SELECT action, state, maker_name AS "askedBy", asked_at AS "askedAt", reason, decided_name AS "decidedBy",
            decided_at AS "decidedAt", decision_reason AS "decisionReason", ended_at AS "endedAt", ${OPENABLE}
       FROM access.approvals
      WHERE resource = $1 AND subject_kind = $1 AND subject_id = $2
      ORDER BY asked_at DESC LIMIT ${SHOWN_MAX}`,
    [resource, subjectId, reach === 'all', id, role],
  );
}
