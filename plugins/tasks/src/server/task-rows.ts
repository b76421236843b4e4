import type { Command, Queryable } from '@linggong/core';
import { allowedActions, notFound, type Day } from '@linggong/core/domain';
import type { RowScope } from '@linggong/access';
import { covers } from '@linggong/access';
import { reviewOf } from '@linggong/studio';
import type { ReviewAnswer } from '@linggong/studio/api';
import type { TaskAnswer } from '../api';
import { authenticityCriteria } from '../domain/seeds/authenticity-criteria';
import { taskLifecycle, type TaskState } from '../domain';

export interface TaskRow {
  id: number;
  number: string;
  enterprise_id: number;
  title: string;
  description: string | null;
  scenario: string;
  form: string;
  state: TaskState;
  headcount: number;
  unit_price_fen: bigint;
  budget_fen: bigint;
  starts_on: Day;
  ends_on: Day;
}

export const taskColumns =
  'id, number, enterprise_id, title, description, scenario, form, state, headcount, unit_price_fen, budget_fen, starts_on, ends_on';

const taskName = { zh: '任务', en: 'task' };

/**
 * Locks a task that the caller may touch.
 * @throws Problem 404 `not-found`, also for a task outside of the scope
 */
export async function lockTask(tx: Queryable, id: number, scope: RowScope): Promise<TaskRow> {
  const row = await tx.maybeOne<TaskRow>(`SELECT ${taskColumns} FROM public.tasks WHERE id = $1 FOR UPDATE`, [id]);
  if (!row || !(await isWithin(tx, scope, row))) throw notFound(taskName);
  return row;
}

/** @throws Problem 404 `not-found` for a task that is not there, or outside of the scope */
export async function demandTask(db: Queryable, id: number, scope: RowScope): Promise<void> {
  const row = await db.maybeOne<TaskRow>(`SELECT ${taskColumns} FROM public.tasks WHERE id = $1`, [id]);
  if (!row || !(await isWithin(db, scope, row))) throw notFound(taskName);
}

/** The authenticity criteria that the task's last review goes by, and what was said of them. */
export function taskReview(db: Queryable, id: number, reader: number): Promise<ReviewAnswer> {
  return reviewOf(db, { kind: 'task', id }, authenticityCriteria, reader);
}

/** What waits for a reviewer, or was decided by the account `$1`; over `public.tasks t`. */
export const TASK_QUEUE = `(t.state = 'submitted'
  OR EXISTS (SELECT FROM tasks.reviews q WHERE q.task_id = t.id AND q.account_id = $1))`;

async function isWithin(tx: Queryable, scope: RowScope, { id, enterprise_id }: TaskRow): Promise<boolean> {
  if (scope.kind !== 'account') return covers(scope, { enterpriseId: enterprise_id });
  const found = `SELECT FROM public.tasks t WHERE ${TASK_QUEUE} AND t.id = $2`;
  return (await tx.maybeOne(found, [scope.accountId, id])) !== undefined;
}

/** Keeps who decided, where it was a person. */
export async function noteReview(
  tx: Queryable,
  { actor, at }: Command,
  taskId: number,
  action: 'publish' | 'return',
): Promise<void> {
  if (actor.accountId === undefined) return;
  await tx.query('INSERT INTO tasks.reviews (task_id, account_id, action, at) VALUES ($1, $2, $3, $4)', [
    taskId,
    actor.accountId,
    action,
    at,
  ]);
}

export function taskAnswerOf(row: TaskRow): TaskAnswer {
  return {
    id: row.id,
    number: row.number,
    enterpriseId: row.enterprise_id,
    title: row.title,
    scenario: row.scenario,
    state: row.state,
    headcount: row.headcount,
    unitPriceFen: row.unit_price_fen,
    budgetFen: row.budget_fen,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    allowed: allowedActions(taskLifecycle, row.state),
  };
}
