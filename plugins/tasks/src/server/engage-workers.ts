import { record } from '@linggong/audit';
import type { RowScope } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';
import { monthOf, problem, shanghaiDay } from '@linggong/core/domain';
import type { EngagementsAnswer, NewEngagements } from '../api';
import { engagementEntries, type ChangedEngagement } from './engagement-entries';
import { demandBudget } from './task-budget';
import { lockTask, type TaskRow } from './task-rows';

/**
 * Engages many workers in a published task at once, within its headcount and budget. Who is engaged already stays as he is and
 * is counted.
 * @throws Problem 404; 409 `task-not-published`, `worker-not-active`, `headcount-exceeded`, `budget-exceeded`
 */
export async function engageWorkers(
  tx: Queryable,
  command: Command,
  scope: RowScope,
  taskId: number,
  request: NewEngagements,
): Promise<EngagementsAnswer> {
  const task = await lockTask(tx, taskId, scope);
  if (task.state !== 'published') throw taskNotPublished();
  const ids = request.workers.map(({ workerId }) => workerId);
  await demandActiveWorkers(tx, ids);
  const engaged = await insert(tx, command, task, request);
  await demandHeadcount(tx, task);
  const agreedFen = engaged.reduce((sum, engagement) => sum + engagement.agreedFen, 0n);
  await demandBudget(tx, new Map([[task.id, agreedFen]]));
  await record(tx, command, engagementEntries('engagement.engage', engaged, 'engaged'));
  return { engaged: engaged.length, already: new Set(ids).size - engaged.length };
}

async function insert(
  tx: Queryable,
  command: Command,
  task: TaskRow,
  { workers }: NewEngagements,
): Promise<ChangedEngagement[]> {
  const month = monthOf(shanghaiDay(command.at));
  return tx.query<ChangedEngagement>(
    `INSERT INTO public.engagements (number, task_id, enterprise_id, worker_id, state, agreed_fen, settled_fen, engaged_at, version)
     SELECT tasks.business_number('EN', $5, nextval('tasks.engagement_number')), $1, $2, w.worker_id, 'engaged',
            w.agreed_fen, 0, $6::timestamptz, 1
     FROM (SELECT DISTINCT ON (worker_id) worker_id, agreed_fen FROM unnest($3::int[], $4::bigint[]) AS u (worker_id, agreed_fen)
           ORDER BY worker_id) w
     ON CONFLICT (task_id, worker_id) WHERE cancelled_at IS NULL DO NOTHING
     RETURNING id, task_id AS "taskId", worker_id AS "workerId", agreed_fen AS "agreedFen", accepted_fen AS "acceptedFen"`,
    [
      task.id,
      task.enterprise_id,
      workers.map(({ workerId }) => workerId),
      workers.map(({ agreedFen }) => agreedFen),
      month,
      command.at,
    ],
  );
}

async function demandActiveWorkers(tx: Queryable, ids: readonly number[]): Promise<void> {
  const found = await tx.query<{ worker_id: number }>(
    `SELECT worker_id FROM parties.published_worker_facts WHERE worker_id = ANY ($1::int[]) AND state = 'active'`,
    [ids],
  );
  const active = new Set(found.map((row) => row.worker_id));
  const missing = [...new Set(ids)].filter((id) => !active.has(id));
  if (missing.length === 0) return;
  throw problem(
    409,
    'worker-not-active',
    { zh: `${missing.length} 人不是可承揽状态`, en: `${missing.length} workers are not active` },
    {
      field: 'workers',
      fix: { zh: '先完成实名认证', en: 'Have their identities verified first' },
      extra: { workerIds: missing.slice(0, 100) },
    },
  );
}

async function demandHeadcount(tx: Queryable, task: TaskRow): Promise<void> {
  const { count } = await tx.one<{ count: bigint }>(
    `SELECT count(*) AS count FROM public.engagements WHERE task_id = $1 AND state <> 'cancelled'`,
    [task.id],
  );
  if (count <= BigInt(task.headcount)) return;
  throw problem(
    409,
    'headcount-exceeded',
    {
      zh: `任务最多 ${task.headcount} 人，承揽后将有 ${count} 人`,
      en: `The task takes ${task.headcount} workers, this would make ${count}`,
    },
    { field: 'workers' },
  );
}

function taskNotPublished(): Error {
  return problem(409, 'task-not-published', { zh: '任务未发布，不能承揽', en: 'The task is not published' });
}
