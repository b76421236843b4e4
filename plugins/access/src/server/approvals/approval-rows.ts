import type { Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import { notFound, type Problem } from '@linggong/core/domain';
import type { ApprovalState } from '../../domain/approval';

/** A request that waits, or waited, for a second person. */
export interface ApprovalRow {
  readonly id: string;
  readonly mode: 'native' | 'replay' | 'redeem';
  readonly resource: string;
  readonly action: string;
  readonly route: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly state: ApprovalState;
  readonly maker: number | null;
  readonly makerName: string;
  /** The role in which it was asked; empty where the platform itself asked. */
  readonly makerRole: string | null;
  readonly enterpriseId: number | null;
  readonly payloadSealed: Buffer | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly seenSha256: string;
  readonly reason: string | null;
  readonly deciders: readonly Role[];
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly decidedName: string | null;
  /** For whom it was decided (委托人), where it was by delegation. */
  readonly decidedForName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly attempt: number;
  readonly endedAt: Date | null;
  readonly problem: unknown;
}

const columns = `id, mode, resource, action, route, subject_kind AS "subjectKind", subject_id AS "subjectId",
  subject_label AS "subjectLabel", state, maker, maker_name AS "makerName", maker_role AS "makerRole", enterprise_id AS "enterpriseId",
  payload_sealed AS "payloadSealed", before, after, view_sha256 AS "seenSha256", reason, deciders, asked_at AS "askedAt",
  expires_at AS "expiresAt", escalated_at AS "escalatedAt", decided_name AS "decidedName",
  decided_for_name AS "decidedForName", decided_at AS "decidedAt",
  decision_reason AS "decisionReason", attempt, ended_at AS "endedAt", problem`;

export function approvalById(db: Queryable, id: string): Promise<ApprovalRow | undefined> {
  return db.maybeOne<ApprovalRow>(`SELECT ${columns} FROM access.approvals WHERE id = $1`, [id]);
}

/** What of the business a request is about. */
export interface ApprovalTarget {
  readonly resource: string;
  readonly action: string;
  readonly subjectId: string;
}

/** The request about a thing that still waits for its decision; there is at most one. */
export function pendingApproval(db: Queryable, target: ApprovalTarget): Promise<ApprovalRow | undefined> {
  return db.maybeOne<ApprovalRow>(
    `SELECT ${columns} FROM access.approvals
      WHERE resource = $1 AND action = $2 AND subject_kind = $1 AND subject_id = $3 AND state = 'pending'`,
    [target.resource, target.action, target.subjectId],
  );
}

export function noSuchApproval(): Problem {
  return notFound({ zh: '审批', en: 'approval' });
}
