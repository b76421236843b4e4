import { record } from '@linggong/audit';
import type { RowScope } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';
import { monthOf, problem, shanghaiDay, type Fen } from '@linggong/core/domain';
import type { EngagementsAnswer, NewEngagements } from '../api';
import { knowsAll } from './acquaintance';
import { demandActiveWorkers, taskNotPublished } from './engageable';
import { changedEngagement, engagementEntries, type ChangedEngagement } from './engagement-entries';
import { demandHeadcount } from './places';
import { demandBudget } from './task-budget';
import { tellApplicants } from './tell-applications';
import { lockTask, type TaskRow } from './task-rows';

/**
 * Engages many workers in a published task at once, within its headcount and budget. Who is engaged already stays as he is and
 * is counted; who has applied for it is taken on. An enterprise engages people who have worked for it or applied; somebody new is engaged by the platform, which has his word.
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
  const { fresh, applied } = await notEngaged(tx, task, ids);
  await demandHeadcount(tx, new Map([[task.id, fresh.length]]));
  const wantedFen = fresh.reduce((sum, id) => sum + (asked.get(id) ?? 0n), 0n);
  await demandBudget(tx, new Map([[task.id, wantedFen]]), 'to-come');
  if (scope.kind !== 'all') await demandKnown(tx, task, without(fresh, applied));
  await demandActiveWorkers(tx, ids);
  const engaged = await insert(tx, command, task, asked);
  await record(tx, command, engagementEntries('engagement.engage', engaged, 'engaged'));
  const answered = engaged.filter(({ workerId }) => applied.has(workerId));
  await tellApplicants(tx, command, 'application-accepted', answered);
  return { engaged: engaged.length, already: ids.length - engaged.length };
}

/** What is agreed with each; the first word about a worker counts. */
function onceEach({ workers }: NewEngagements): Map<number, Fen> {
  const asked = new Map<number, Fen>();
  for (const { workerId, agreedFen } of workers) if (!asked.has(workerId)) asked.set(workerId, agreedFen);
  return asked;
}

/** Those who do not work on the task yet, and who of them has applied for it. It is locked, so that nobody comes in between. */
async function notEngaged(
  tx: Queryable,
  task: TaskRow,
  ids: readonly number[],
): Promise<{ fresh: number[]; applied: ReadonlySet<number> }> {
  const rows = await tx.query<{ id: number; applied: boolean }>(
    `SELECT worker_id AS id, state = 'applied' AS applied FROM public.engagements
      WHERE task_id = $1 AND worker_id = ANY ($2::int[]) AND cancelled_at IS NULL`,
    [task.id, ids],
  );
  const engaged = new Set(rows.filter(({ applied }) => !applied).map(({ id }) => id));
  const applied = new Set(rows.filter((row) => row.applied).map(({ id }) => id));
  return { fresh: ids.filter((id) => !engaged.has(id)), applied };
}

const without = (ids: readonly number[], left: ReadonlySet<number>): number[] => ids.filter((id) => !left.has(id));

async function insert(
  tx: Queryable,
  command: Command,
  task: TaskRow,
  asked: ReadonlyMap<number, Fen>,
): Promise<ChangedEngagement[]> {
  const month = monthOf(shanghaiDay(command.at));
  return tx.query<ChangedEngagement>(
    `INSERT INTO public.engagements AS g (number, task_id, enterprise_id, worker_id, state, agreed_fen, settled_fen, engaged_at, version)
     SELECT tasks.business_number('EN', $5, nextval('tasks.engagement_number')), $1, $2, w.worker_id, 'engaged',
            w.agreed_fen, 0, $6::timestamptz, 1
     FROM unnest($3::int[], $4::bigint[]) AS w (worker_id, agreed_fen)
     ON CONFLICT (task_id, worker_id) WHERE cancelled_at IS NULL DO UPDATE
       SET state = 'engaged', agreed_fen = excluded.agreed_fen, engaged_at = excluded.engaged_at, version = g.version + 1,
           updated_at = excluded.engaged_at WHERE g.state = 'applied'
     RETURNING ${changedEngagement}`,
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
