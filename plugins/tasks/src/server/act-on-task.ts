import { record } from '@linggong/audit';
import { tellNews, type RowScope } from '@linggong/access';
import type { Command, Queryable, Tx } from '@linggong/core';
import { illegalTransition, problem, step } from '@linggong/core/domain';
import { beginReview, cite, pin } from '@linggong/studio';
import type { Judgement, ScenarioContent, Verdict } from '@linggong/studio/domain';
import type { TaskAnswer } from '../api';
import { taskActionsWithReason, signsOf, taskFaults, taskLifecycle, type TaskAction, type TaskState } from '../domain';
import { authenticityCriteria } from '../domain/seeds/authenticity-criteria';
import { reviewClocks } from '../domain/seeds/review-clocks';
import { declineWaiting } from './decline-waiting';
import { reasonRequired } from './problems';
import type { PublicationGuard, TaskToPublish } from './publication';
import { scenariosNow } from './scenarios';
import { lockTask, noteReview, taskAnswerOf, taskColumns, type TaskRow } from './task-rows';

/** The instant that an action leaves behind. */
const stamps: Partial<Record<TaskAction, string>> = {
  submit: 'submitted_at',
  publish: 'opened_at',
  close: 'closed_at',
};

/** Decisions of a reviewer, each of which cites criteria (R2.6). */
const verdicts: Partial<Record<TaskAction, Verdict>> = { publish: 'passes', return: 'refuses' };

/**
 * Moves a task along its lifecycle; `command.reason` says why where a reason is asked.
 * @throws Problem 404; 409 `illegal-transition`; 422 `reason-required`, `task-not-fit` (with the first fault's field),
 * `employment-signs` where the words look like employment and the reviewer gives no reason (R1.8); what `cite` and the guards of a
 * publication throw
 * @param judgements what the reviewer says of the criteria that the task is reviewed by, to publish and to return
 * @param guards asked before a publication, such as risk
 */
export async function actOnTask(
  tx: Tx,
  command: Command,
  scope: RowScope,
  id: number,
  action: TaskAction,
  judgements: readonly Judgement[] = [],
  guards: readonly PublicationGuard[] = [],
): Promise<TaskAnswer> {
  const task = await lockTask(tx, id, scope);
  const next = step(taskLifecycle, task.state, action);
  if (!next.ok) throw illegalTransition(taskLifecycle, task.state, action);
  if (taskActionsWithReason.has(action) && !command.reason) throw reasonRequired();
  const { content, versionId } = await scenariosNow(tx);
  if (action === 'submit' || action === 'publish') demandFit(task, content);
  if (action === 'publish' && !command.reason) demandNoSigns(task, content);
  const criteria = await citeDecision(tx, command, task.id, action, judgements);
  if (action === 'publish') for (const guard of guards) await guard(tx, command, toPublish(task));
  const row = await move(tx, command, task.id, action, next.to);
  if (action === 'publish' && versionId !== null) {
    await pin(tx, { kind: 'task', ids: [task.id] }, versionId, command.at);
  }
  if (action === 'submit') {
    const clock = { seed: reviewClocks, matter: 'tasks.publication' };
    await beginReview(tx, command, { kind: 'task', id: task.id, seed: authenticityCriteria, clock });
  }
  if (action === 'publish' || action === 'return') {
    await noteReview(tx, command, task.id, action);
    await tellOutcome(tx, command, task, action);
  }
  // Nobody waits for an answer that nobody will give.
  if (action === 'close') await declineWaiting(tx, command, task.id);
  await record(tx, command, {
    action: `task.${action}`,
    subject: { kind: 'task', id },
    before: { state: task.state },
    after: { state: row.state, ...(criteria !== undefined && { criteria }) },
  });
  return taskAnswerOf(row);
}

/** The accounts of the enterprise are told what the review came to. */
async function tellOutcome(tx: Tx, command: Command, task: TaskRow, action: 'publish' | 'return'): Promise<void> {
  const kind = action === 'publish' ? 'task-published' : 'task-sent-back';
  const { id, number, enterprise_id: enterpriseId } = task;
  await tellNews(tx, command, [{ kind, to: { enterpriseId }, page: 'tasks', id, number }]);
}

/** Keeps the criteria that a decision cites; undefined for actions that decide nothing. @throws Problem as `cite` */
async function citeDecision(
  tx: Tx,
  command: Command,
  id: number,
  action: TaskAction,
  judgements: readonly Judgement[],
): Promise<string | undefined> {
  const verdict = verdicts[action];
  if (verdict === undefined) return undefined;
  const subject = { kind: 'task', ids: [id], seed: authenticityCriteria } as const;
  return cite(tx, command, { ...subject, act: action, verdict, judgements });
}

const toPublish = (task: TaskRow): TaskToPublish => ({
  id: task.id,
  enterpriseId: task.enterprise_id,
  scenario: task.scenario,
  headcount: task.headcount,
  unitPriceFen: task.unit_price_fen,
  budgetFen: task.budget_fen,
  startsOn: task.starts_on,
  endsOn: task.ends_on,
});

async function move(tx: Queryable, command: Command, id: number, action: TaskAction, to: TaskState): Promise<TaskRow> {
  const stamp = stamps[action];
  return tx.one<TaskRow>(
    `UPDATE public.tasks SET state = $2, state_reason = $3, version = version + 1, updated_at = $4::timestamptz
       ${stamp ? `, ${stamp} = $4::timestamptz` : ''} WHERE id = $1 RETURNING ${taskColumns}`,
    [id, to, command.reason ?? null, command.at],
  );
}

function demandFit(task: TaskRow, catalogue: ScenarioContent): void {
  const facts = {
    title: task.title,
    description: task.description,
    scenario: task.scenario,
    form: task.form,
    headcount: task.headcount,
    unitPriceFen: task.unit_price_fen,
    budgetFen: task.budget_fen,
    startsOn: task.starts_on,
    endsOn: task.ends_on,
  };
  const [fault] = taskFaults(facts, catalogue);
  if (fault) throw problem(422, 'task-not-fit', fault.text, { field: fault.field });
}

/** Work that looks like employment is published only by a reviewer who says why it is none. */
function demandNoSigns(task: TaskRow, catalogue: ScenarioContent): void {
  const signs = signsOf(task, catalogue).filter(({ verdict }) => verdict !== 'allow');
  if (signs.length === 0) return;
  throw problem(
    422,
    'employment-signs',
    {
      zh: `任务存在劳动关系特征：${signs.map(({ words, text }) => `${text.zh}（“${words ?? ''}”）`).join('；')}`,
      en: `The task shows signs of employment: ${signs.map(({ words, text }) => `${text.en} ("${words ?? ''}")`).join('; ')}`,
    },
    {
      field: 'reason',
      fix: {
        zh: '请退回企业修改；确属平台型用工的，填写审核意见后发布',
        en: 'Send it back to the enterprise, or publish it with a reason why it is no employment',
      },
      extra: { signs: signs.map(({ sign }) => sign) },
    },
  );
}
