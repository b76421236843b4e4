import type { Queryable } from '@linggong/core';
import { allowedActions } from '@linggong/core/domain';
import type { RiskCaseAnswer } from '../../api';
import { caseLifecycle } from '../../domain';
import { measuresOfCase } from '../measures/measure-rows';
import { readCase } from './case-rows';

/** Steps shown of one case; the newest. */
const STEPS_MAX = 200;

/** SQL: what people call the subject of case `c`: a business number, never a name. */
export const SUBJECT_LABEL = `coalesce(CASE c.subject_kind
  WHEN 'worker' THEN (SELECT w.number FROM parties.published_worker_facts w WHERE w.worker_id = c.worker_id)
  WHEN 'enterprise' THEN (SELECT e.number FROM parties.published_enterprise_facts e WHERE e.enterprise_id = c.enterprise_id)
  END, c.facts ->> 'number', c.subject_id)`;

/** SQL: the record in which the complaint of case `c` was told: what was told is read there. */
export const TOLD_IN = `(SELECT n.record_id FROM studio.published_record_numbers n WHERE n.number = c.facts ->> 'record')`;

/** A case with all that belongs to it and what its state allows. @throws Problem 404 */
export async function caseAnswer(db: Queryable, id: number): Promise<RiskCaseAnswer> {
  const row = await readCase(db, id);
  const { label, recordId } = await db.one<{ label: string; recordId: number | null }>(
    `SELECT ${SUBJECT_LABEL} AS label, ${TOLD_IN} AS "recordId" FROM risk.cases c WHERE c.id = $1`,
    [id],
  );
  const tasks = await db.query<RiskCaseAnswer['tasks'][number]>(
    `SELECT id, text, due_on AS "dueOn", added_by AS "addedBy", added_at AS "addedAt", done_at AS "doneAt", done_by AS "doneBy", result
       FROM risk.case_tasks WHERE case_id = $1 ORDER BY id`,
    [id],
  );
  const evidence = await db.query<RiskCaseAnswer['evidence'][number]>(
    `SELECT id, name, content_type AS "contentType", sha256, note, added_by AS "addedBy", added_at AS "addedAt"
       FROM risk.case_evidence WHERE case_id = $1 ORDER BY id`,
    [id],
  );
  const steps = await db.query<RiskCaseAnswer['steps'][number]>(
    `SELECT step, at, actor, text, facts FROM risk.case_steps WHERE case_id = $1 ORDER BY id DESC LIMIT $2`,
    [id, STEPS_MAX],
  );
  return {
    ...row,
    subjectLabel: label,
    recordId,
    allowed: allowedActions(caseLifecycle, row.state),
    tasks,
    evidence,
    measures: await measuresOfCase(db, id),
    steps,
  };
}
