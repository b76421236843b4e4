import { tellNews } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { illegalTransition, step } from '@linggong/core/domain';
import { recordTeller } from '@linggong/studio';
import { caseLifecycle, type CaseAction, type CaseOutcome, type CaseState, type Severity } from '../../domain';
import { caseDueInForce } from './case-due';
import { answerMissing, answerUnasked, caseClosed, measuresInForce, tasksOpen } from './case-problems';
import { addCaseStep, lockCase, type CaseRow, type CaseStep } from './case-rows';

const stepOf: Readonly<Record<CaseAction, CaseStep>> = {
  take: 'taken',
  'put-back': 'put-back',
  wait: 'waiting',
  resume: 'resumed',
  close: 'closed',
  reopen: 'reopened',
};

/**
 * Moves a case; `command.reason` says why. Who takes or reopens it is its owner from then on.
 * @param answer what whoever complained is told: a complaint is closed with one, and nothing else is
 * @throws Problem 404; 409 `illegal-transition`, `risk-case-tasks-open`, `risk-case-measures-in-force`; 422 `complaint-answer-missing`,
 * `case-answer-unasked`
 */
export async function actOnCase(
  tx: Tx,
  command: Command,
  id: number,
  action: CaseAction,
  outcome?: CaseOutcome,
  answer?: string,
): Promise<void> {
  const before = await lockCase(tx, id);
  const next = step(caseLifecycle, before.state, action);
  if (!next.ok) throw illegalTransition(caseLifecycle, before.state, action);
  if (action === 'close') {
    await demandClosable(tx, id, outcome);
    await answerComplaint(tx, command, before, answer);
  }
  await move(tx, command, before, action, next.to, outcome);
  await addCaseStep(tx, command, id, stepOf[action], {
    text: command.reason,
    ...(outcome && { facts: { outcome } }),
  });
  await record(tx, command, {
    action: `risk-case.${action}`,
    subject: { kind: 'risk-case', id },
    before: { state: before.state, ...(before.outcome && { outcome: before.outcome }) },
    after: { state: next.to, ...(outcome && { outcome }) },
  });
}

/** A step of its own, which alone is shown outside of the house. */
async function answerComplaint(
  tx: Tx,
  command: Command,
  { id, source, facts }: CaseRow,
  answer: string | undefined,
): Promise<void> {
  if (source !== 'complaint') {
    if (answer !== undefined) throw answerUnasked();
    return;
  }
  if (answer === undefined) throw answerMissing();
  await addCaseStep(tx, command, id, 'answered', { text: answer });
  const number = facts['record'];
  if (typeof number === 'string') await tellTeller(tx, command, number);
}

/** Whoever complained through an account of his own is told that there is an answer; what it says stays on its page. */
async function tellTeller(tx: Tx, command: Command, number: string): Promise<void> {
  const teller = await recordTeller(tx, number);
  if (teller === undefined) return;
  const { id, workerId, enterpriseId } = teller;
  const to = workerId !== null ? { workerId } : enterpriseId !== null ? { enterpriseId } : undefined;
  if (to === undefined) return;
  await tellNews(tx, command, [{ kind: 'complaint-answered', to, page: 'form-records', id, number }]);
}

async function demandClosable(tx: Tx, id: number, outcome: CaseOutcome | undefined): Promise<void> {
  const { tasks, measures } = await tx.one<{ tasks: number; measures: number }>(
    `SELECT (SELECT count(*)::int FROM risk.case_tasks WHERE case_id = $1 AND done_at IS NULL) AS tasks,
            (SELECT count(*)::int FROM risk.measures WHERE case_id = $1 AND state = 'in-force') AS measures`,
    [id],
  );
  if (tasks > 0) throw tasksOpen(tasks);
  if (outcome === 'false-alarm' && measures > 0) throw measuresInForce(measures);
}

async function move(
  tx: Tx,
  { actor, at, reason }: Command,
  { id, source, severity, dueAt }: CaseRow,
  action: CaseAction,
  to: CaseState,
  outcome: CaseOutcome | undefined,
): Promise<void> {
  const takes = action === 'take' || action === 'reopen';
  const closes = action === 'close';
  await tx.query(
    `UPDATE risk.cases SET state = $2,
       owner = CASE WHEN $3 THEN $4 WHEN $2 = 'open' THEN NULL ELSE owner END,
       owner_name = CASE WHEN $3 THEN $5 WHEN $2 = 'open' THEN NULL ELSE owner_name END,
       outcome = $6, outcome_reason = CASE WHEN $7 THEN $8 END, closed_at = CASE WHEN $7 THEN $9::timestamptz END,
       closed_by = CASE WHEN $7 THEN $5 END, due_at = $10
     WHERE id = $1`,
    [
      id,
      to,
      takes,
      actor.accountId ?? null,
      actor.name,
      closes ? outcome : null,
      closes,
      reason ?? null,
      at,
      // A case that is opened again has its whole clock again.
      action === 'reopen' ? (await caseDueInForce(tx))(source, severity, at) : dueAt,
    ],
  );
}

/** Grades a case up or down; its clock runs from when it was opened. @throws Problem 404; 409 `risk-case-closed` */
export async function gradeCase(tx: Tx, command: Command, id: number, severity: Severity): Promise<void> {
  const before = await lockCase(tx, id);
  if (before.state === 'closed') throw caseClosed();
  await tx.query('UPDATE risk.cases SET severity = $2, due_at = $3 WHERE id = $1', [
    id,
    severity,
    (await caseDueInForce(tx))(before.source, severity, before.openedAt),
  ]);
  await addCaseStep(tx, command, id, 'graded', {
    text: command.reason,
    facts: { from: before.severity, to: severity },
  });
  await record(tx, command, {
    action: 'risk-case.grade',
    subject: { kind: 'risk-case', id },
    before: { severity: before.severity },
    after: { severity },
  });
}
