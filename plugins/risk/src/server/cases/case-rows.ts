import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, type Text2 } from '@linggong/core/domain';
import type { CaseFact, CaseOutcome, CaseSource, CaseState, CaseSubject, Severity } from '../../domain';

export interface CaseRow {
  readonly id: number;
  readonly number: string;
  readonly source: CaseSource;
  readonly rule: string;
  readonly subjectKind: CaseSubject;
  readonly subjectId: string;
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
  readonly title: Text2;
  readonly facts: Readonly<Record<string, CaseFact>>;
  readonly severity: Severity;
  readonly state: CaseState;
  readonly owner: number | null;
  readonly ownerName: string | null;
  readonly openedAt: Date;
  readonly lastSeenAt: Date;
  readonly timesSeen: number;
  readonly dueAt: Date;
  readonly outcome: CaseOutcome | null;
  readonly outcomeReason: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

export const caseColumns = `c.id, c.number, c.source, c.rule, c.subject_kind AS "subjectKind", c.subject_id AS "subjectId",
  c.enterprise_id AS "enterpriseId", c.worker_id AS "workerId", c.title, c.facts, c.severity, c.state, c.owner,
  c.owner_name AS "ownerName", c.opened_at AS "openedAt", c.last_seen_at AS "lastSeenAt", c.times_seen AS "timesSeen",
  c.due_at AS "dueAt", c.outcome, c.outcome_reason AS "outcomeReason", c.closed_at AS "closedAt", c.closed_by AS "closedBy"`;

/** @throws Problem 404 */
export async function readCase(db: Queryable, id: number): Promise<CaseRow> {
  return known(await db.maybeOne<CaseRow>(`SELECT ${caseColumns} FROM risk.cases c WHERE c.id = $1`, [id]));
}

/** The case with its row locked. @throws Problem 404 */
export async function lockCase(tx: Tx, id: number): Promise<CaseRow> {
  return known(await tx.maybeOne<CaseRow>(`SELECT ${caseColumns} FROM risk.cases c WHERE c.id = $1 FOR UPDATE`, [id]));
}

function known(row: CaseRow | undefined): CaseRow {
  if (row === undefined) throw notFound({ zh: '风险案件', en: 'risk case' });
  return row;
}

export type CaseStep =
  | 'opened'
  | 'seen'
  | 'graded'
  | 'taken'
  | 'put-back'
  | 'waiting'
  | 'resumed'
  | 'commented'
  | 'task-added'
  | 'task-done'
  | 'evidence-added'
  | 'measure-taken'
  | 'measure-lifted'
  | 'answered'
  | 'closed'
  | 'reopened';

/** Writes what happened to a case; nobody changes it afterwards. */
export async function addCaseStep(
  tx: Queryable,
  { actor, at }: Command,
  caseId: number,
  step: CaseStep,
  told: { readonly text?: string | undefined; readonly facts?: Readonly<Record<string, CaseFact>> } = {},
): Promise<void> {
  await tx.query(
    `INSERT INTO risk.case_steps (case_id, step, at, actor, account, text, facts) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)`,
    [
      caseId,
      step,
      at,
      actor.name,
      actor.accountId ?? null,
      told.text ?? null,
      told.facts === undefined ? null : JSON.stringify(told.facts),
    ],
  );
}
