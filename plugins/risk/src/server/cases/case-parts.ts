import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound, shanghaiDay, type Day } from '@linggong/core/domain';
import { caseClosed, taskDone, taskDuePast } from './case-problems';
import { addCaseStep, lockCase } from './case-rows';

async function lockOpen(tx: Tx, id: number): Promise<void> {
  if ((await lockCase(tx, id)).state === 'closed') throw caseClosed();
}

/** @throws Problem 404; 409 `risk-case-closed` */
export async function comment(tx: Tx, command: Command, id: number, text: string): Promise<void> {
  await lockOpen(tx, id);
  await addCaseStep(tx, command, id, 'commented', { text });
  await record(tx, command, { action: 'risk-case.comment', subject: { kind: 'risk-case', id }, after: { text } });
}

/** @returns id of the task. @throws Problem 404; 409 `risk-case-closed`; 422 `risk-task-due-past` */
export async function addTask(
  tx: Tx,
  command: Command,
  id: number,
  { text, dueOn }: { readonly text: string; readonly dueOn?: Day | undefined },
): Promise<number> {
  await lockOpen(tx, id);
  if (dueOn !== undefined && dueOn < shanghaiDay(command.at)) throw taskDuePast();
  const task = await tx.one<{ id: number }>(
    'INSERT INTO risk.case_tasks (case_id, text, due_on, added_by, added_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
    [id, text, dueOn ?? null, command.actor.name, command.at],
  );
  await addCaseStep(tx, command, id, 'task-added', { text });
  const after = { task: task.id, text, dueOn: dueOn ?? null };
  await record(tx, command, { action: 'risk-case.add-task', subject: { kind: 'risk-case', id }, after });
  return task.id;
}

/** @throws Problem 404; 409 `risk-case-closed`, `risk-task-done` */
export async function finishTask(tx: Tx, command: Command, id: number, taskId: number, result: string): Promise<void> {
  await lockOpen(tx, id);
  const task = await tx.maybeOne<{ text: string; done: boolean }>(
    'SELECT text, done_at IS NOT NULL AS done FROM risk.case_tasks WHERE id = $1 AND case_id = $2 FOR UPDATE',
    [taskId, id],
  );
  if (!task) throw notFound({ zh: '任务', en: 'task' });
  if (task.done) throw taskDone();
  await tx.query('UPDATE risk.case_tasks SET done_at = $2, done_by = $3, result = $4 WHERE id = $1', [
    taskId,
    command.at,
    command.actor.name,
    result,
  ]);
  await addCaseStep(tx, command, id, 'task-done', { text: `${task.text}：${result}` });
  await record(tx, command, {
    action: 'risk-case.finish-task',
    subject: { kind: 'risk-case', id },
    before: { task: taskId, state: 'open' },
    after: { task: taskId, state: 'done', result },
  });
}
