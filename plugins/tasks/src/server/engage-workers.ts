import { record } from '@linggong/audit';
import type { RowScope } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';
import { monthOf, problem, shanghaiDay, type Fen } from '@linggong/core/domain';
import type { EngagementsAnswer, NewEngagements } from '../api';
import { knowsAll } from './acquaintance';
import { engagementEntries, type ChangedEngagement } from './engagement-entries';
import { demandBudget } from './task-budget';
import { lockTask, type TaskRow } from './task-rows';

/**
 * Engages many workers in a published task at once, within its headcount and budget. Who is engaged already stays as he is and
 * is counted. An enterprise engages people who have worked for it; somebody new is engaged by the platform, which has his word.
 * So a number that it never engaged is answered alike, whether it is that of an active worker, of another or of nobody.
 * @throws Problem 404; 409 `task-not-published`, `worker-not-known`, `worker-not-active`, `headcount-exceeded`, `budget-exceeded`
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
  const asked = onceEach(request);
  const ids = [...asked.keys()];
  const fresh = await notEngaged(tx, task, ids);
  await demandHeadcount(tx, task, fresh.length);
  const wantedFen = fresh.reduce((sum, id) => sum + (asked.get(id) ?? 0n), 0n);
  await demandBudget(tx, new Map([[task.id, wantedFen]]), 'to-come');
  if (scope.kind !== 'all') await demandKnown(tx, task, fresh);
  await demandActiveWorkers(tx, ids);
  const engaged = await insert(tx, command, task, asked);
  await record(tx, command, engagementEntries('engagement.engage', engaged, 'engaged'));
  return { engaged: engaged.length, already: ids.length - engaged.length };
}

/** What is agreed with each; the first word about a worker counts. */
function onceEach({ workers }: NewEngagements): Map<number, Fen> {
  const asked = new Map<number, Fen>();
  for (const { workerId, agreedFen } of workers) if (!asked.has(workerId)) asked.set(workerId, agreedFen);
  return asked;
}

/** Those who do not work on the task yet. It is locked, so that nobody comes in between. */
async function notEngaged(tx: Queryable, task: TaskRow, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT worker_id AS id FROM public.engagements WHERE task_id = $1 AND worker_id = ANY ($2::int[]) AND cancelled_at IS NULL`,
    [task.id, ids],
  );
  const engaged = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !engaged.has(id));
}

async function insert(
  tx: Queryable,
  command: Command,
  task: TaskRow,
  asked: ReadonlyMap<number, Fen>,
): Promise<ChangedEngagement[]> {
  const month = monthOf(shanghaiDay(command.at));
  return tx.query<ChangedEngagement>(
    `INSERT INTO public.engagements (number, task_id, enterprise_id, worker_id, state, agreed_fen, settled_fen, engaged_at, version)
     SELECT tasks.business_number('EN', $5, nextval('tasks.engagement_number')), $1, $2, w.worker_id, 'engaged',
            w.agreed_fen, 0, $6::timestamptz, 1
     FROM unnest($3::int[], $4::bigint[]) AS w (worker_id, agreed_fen)
     ON CONFLICT (task_id, worker_id) WHERE cancelled_at IS NULL DO NOTHING
     RETURNING id, task_id AS "taskId", worker_id AS "workerId", agreed_fen AS "agreedFen", accepted_fen AS "acceptedFen"`,
    [task.id, task.enterprise_id, [...asked.keys()], [...asked.values()], month, command.at],
  );
}

/** Says neither who nor how many: each number would be a question about somebody. @throws Problem 409 `worker-not-known` */
async function demandKnown(tx: Queryable, { enterprise_id }: TaskRow, ids: readonly number[]): Promise<void> {
  if (await knowsAll(tx, enterprise_id, ids)) return;
  throw problem(
    409,
    'worker-not-known',
    {
      zh: '名单中有未曾承揽本企业任务、也未与本企业签署服务协议的编号',
      en: 'Some of these numbers have never worked for this enterprise, nor signed an agreement with it',
    },
    {
      field: 'workers',
      fix: {
        zh: '首次承揽请联系平台运营，由其按灵工本人意愿登记承揽',
        en: 'Have the operator of the platform engage whoever is new, by the worker’s own word',
      },
    },
  );
}

async function demandActiveWorkers(tx: Queryable, ids: readonly number[]): Promise<void> {
  const found = await tx.query<{ worker_id: number }>(
    `SELECT worker_id FROM parties.published_worker_facts WHERE worker_id = ANY ($1::int[]) AND state = 'active'`,
    [ids],
  );
  const active = new Set(found.map((row) => row.worker_id));
  const missing = ids.filter((id) => !active.has(id));
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

async function demandHeadcount(tx: Queryable, task: TaskRow, toCome: number): Promise<void> {
  const { engaged } = await tx.one<{ engaged: bigint }>(
    `SELECT count(*) AS engaged FROM public.engagements WHERE task_id = $1 AND state <> 'cancelled'`,
    [task.id],
  );
  const count = engaged + BigInt(toCome);
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
