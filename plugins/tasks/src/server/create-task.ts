import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { businessNumber, problem, shanghaiDay } from '@linggong/core/domain';
import type { NewTask, TaskAnswer } from '../api';
import { openScenario } from '@linggong/studio/domain';
import { scenariosNow } from './scenarios';
import { taskAnswerOf, taskColumns, type TaskRow } from './task-rows';

/**
 * Drafts a task for an enterprise (R4.1).
 * @throws Problem 409 `enterprise-not-active`; 422 `scenario-not-permitted`
 */
export async function createTask(tx: Queryable, command: Command, task: NewTask): Promise<TaskAnswer> {
  const { content } = await scenariosNow(tx);
  if (!openScenario(content, task.scenario)) throw scenarioNotPermitted();
  await demandActiveEnterprise(tx, task.enterpriseId);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('tasks.task_number') AS serial`);
  const row = await tx.one<TaskRow>(
    `INSERT INTO public.tasks (number, enterprise_id, title, scenario, form, description, place, headcount,
       unit_price_fen, budget_fen, starts_on, ends_on, state, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', 1) RETURNING ${taskColumns}`,
    [
      businessNumber('TK', shanghaiDay(command.at), serial),
      task.enterpriseId,
      task.title,
      task.scenario,
      task.form,
      task.description,
      task.place,
      task.headcount,
      task.unitPriceFen,
      task.budgetFen,
      task.startsOn,
      task.endsOn,
    ],
  );
  const answer = taskAnswerOf(row);
  const after = { number: row.number, enterpriseId: row.enterprise_id, scenario: row.scenario, state: row.state };
  await record(tx, command, { action: 'task.create', subject: { kind: 'task', id: row.id }, after });
  return answer;
}

async function demandActiveEnterprise(tx: Queryable, enterpriseId: number): Promise<void> {
  const facts = await tx.maybeOne<{ state: string }>(
    'SELECT state FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
    [enterpriseId],
  );
  if (facts?.state === 'active') return;
  throw problem(
    409,
    'enterprise-not-active',
    { zh: '企业未处于合作状态，不能发布任务', en: 'The enterprise is not active and cannot publish tasks' },
    { field: 'enterpriseId', fix: { zh: '先完成入驻与签约', en: 'Finish onboarding and signing first' } },
  );
}

export function scenarioNotPermitted(): Error {
  return problem(
    422,
    'scenario-not-permitted',
    { zh: '业务场景不在允许目录内', en: 'The scenario is not in the permitted catalogue' },
    { field: 'scenario', fix: { zh: '请选择目录中的场景', en: 'Choose a scenario of the catalogue' } },
  );
}
