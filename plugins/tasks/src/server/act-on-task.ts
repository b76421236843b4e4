import { record } from '@linggong/audit';
import type { RowScope } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';
import { illegalTransition, problem, step } from '@linggong/core/domain';
import type { TaskAnswer } from '../api';
import { taskActionsWithReason, taskFaults, taskLifecycle, type TaskAction, type TaskState } from '../domain';
import { lockTask, taskAnswerOf, taskColumns, type TaskRow } from './task-rows';

/** The instant that an action leaves behind. */
const stamps: Partial<Record<TaskAction, string>> = {
  submit: 'submitted_at',
  publish: 'opened_at',
  close: 'closed_at',
};

/**
 * Moves a task along its lifecycle; `command.reason` says why where a reason is asked.
 * @throws Problem 404; 409 `illegal-transition`; 422 `reason-required`, `task-not-fit` (with the first fault's field)
 */
export async function actOnTask(
  tx: Queryable,
  command: Command,
  scope: RowScope,
  id: number,
  action: TaskAction,
): Promise<TaskAnswer> {
  const task = await lockTask(tx, id, scope);
  const next = step(taskLifecycle, task.state, action);
  if (!next.ok) throw illegalTransition(taskLifecycle, task.state, action);
  if (taskActionsWithReason.has(action) && !command.reason) throw reasonRequired();
  if (action === 'submit') demandFit(task);
  const row = await move(tx, command, task.id, action, next.to);
  await record(tx, command, {
    action: `task.${action}`,
    subject: { kind: 'task', id },
    before: { state: task.state },
    after: { state: row.state },
  });
  return taskAnswerOf(row);
}

async function move(tx: Queryable, command: Command, id: number, action: TaskAction, to: TaskState): Promise<TaskRow> {
  const stamp = stamps[action];
  return tx.one<TaskRow>(
    `UPDATE public.tasks SET state = $2, state_reason = $3, version = version + 1, updated_at = $4::timestamptz
       ${stamp ? `, ${stamp} = $4::timestamptz` : ''} WHERE id = $1 RETURNING ${taskColumns}`,
    [id, to, command.reason ?? null, command.at],
  );
}

function demandFit(task: TaskRow): void {
  const [fault] = taskFaults({
    scenario: task.scenario,
    form: task.form,
    headcount: task.headcount,
    unitPriceFen: task.unit_price_fen,
    budgetFen: task.budget_fen,
    startsOn: task.starts_on,
    endsOn: task.ends_on,
  });
  if (fault) throw problem(422, 'task-not-fit', fault.text, { field: fault.field });
}

function reasonRequired(): Error {
  return problem(422, 'reason-required', { zh: '请填写理由', en: 'A reason is required' }, { field: 'reason' });
}
