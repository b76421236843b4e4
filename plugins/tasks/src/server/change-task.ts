import { record } from '@linggong/audit';
import type { RowScope } from '@linggong/access';
import type { Command, Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { openScenario } from '@linggong/studio/domain';
import type { TaskAnswer, TaskChange } from '../api';
import { isChangeable } from '../domain';
import { scenarioNotPermitted } from './create-task';
import { scenariosNow } from './scenarios';
import { lockTask, taskAnswerOf, taskColumns, type TaskRow } from './task-rows';

/** What a change may name, and where it stands. */
const columns: Readonly<Record<keyof TaskChange, string>> = {
  title: 'title',
  scenario: 'scenario',
  description: 'description',
  place: 'place',
  headcount: 'headcount',
  unitPriceFen: 'unit_price_fen',
  budgetFen: 'budget_fen',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
};

/**
 * Changes what a task says before it is submitted, for the first time or again (R4.1); its enterprise and its number stay.
 * @throws Problem 404; 409 `task-not-changeable`; 422 `scenario-not-permitted`, `term-reversed`
 */
export async function changeTask(
  tx: Tx,
  command: Command,
  scope: RowScope,
  id: number,
  change: TaskChange,
): Promise<TaskAnswer> {
  const task = await lockTask(tx, id, scope);
  if (!isChangeable(task.state)) throw notChangeable();
  const before = await standing(tx, id);
  const changed = Object.entries({ ...before, ...change }).filter(
    ([field, value]) => value !== before[field as keyof TaskChange],
  );
  if (changed.length === 0) return taskAnswerOf(task);
  await demandSound(tx, task, change);
  const sets = changed.map(([field], index) => `${columns[field as keyof TaskChange]} = $${(index + 3).toString()}`);
  const row = await tx.one<TaskRow>(
    `UPDATE public.tasks SET ${sets.join(', ')}, version = version + 1, updated_at = $2::timestamptz
     WHERE id = $1 RETURNING ${taskColumns}`,
    [id, command.at, ...changed.map(([, value]) => value)],
  );
  await record(tx, command, {
    action: 'task.change',
    subject: { kind: 'task', id },
    before: Object.fromEntries(changed.map(([field]) => [field, before[field as keyof TaskChange]])),
    after: Object.fromEntries(changed),
  });
  return taskAnswerOf(row);
}

/** What the task says now, by the names of the API. */
function standing(tx: Tx, id: number): Promise<Required<TaskChange>> {
  const selected = Object.entries(columns).map(([field, column]) => `${column} AS "${field}"`);
  return tx.one(`SELECT ${selected.join(', ')} FROM public.tasks WHERE id = $1`, [id]);
}

/** A draft may be unfinished; a scenario that is closed and a term that runs backwards are mistakes of the moment. */
async function demandSound(tx: Tx, task: TaskRow, change: TaskChange): Promise<void> {
  if (change.scenario !== undefined && change.scenario !== task.scenario) {
    const { content } = await scenariosNow(tx);
    if (!openScenario(content, change.scenario)) throw scenarioNotPermitted();
  }
  const { startsOn = task.starts_on, endsOn = task.ends_on } = change;
  if (endsOn >= startsOn) return;
  throw problem(
    422,
    'term-reversed',
    { zh: '结束日期早于开始日期', en: 'The last day comes before the first' },
    { field: 'endsOn', fix: { zh: '请改正起止日期', en: 'Correct the first and the last day' } },
  );
}

function notChangeable(): Error {
  return problem(
    409,
    'task-not-changeable',
    { zh: '任务已提交审核或已结束，不能修改', en: 'The task was submitted or is over, and cannot be changed' },
    {
      fix: {
        zh: '待审核的任务可由审核人退回后修改；已发布的任务请结束后另建',
        en: 'One under review can be changed after it is sent back; one that is published is closed and made anew',
      },
    },
  );
}
