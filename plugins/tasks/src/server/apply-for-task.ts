import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { monthOf, notFound, shanghaiDay } from '@linggong/core/domain';
import type { ApplicationAnswer } from '../api';
import { applicationFault, type Applicant, type Former, type Opening } from '../domain';
import { changedEngagement, engagementEntries, type ChangedEngagement } from './engagement-entries';
import { PLACES_TAKEN } from './places';
import { lockTask, type TaskRow } from './task-rows';
import { tellEnterprise } from './tell-applications';

/**
 * A worker applies for a published task (报名, R4.4), at the pay that it names. It takes no place: the enterprise takes him on or declines.
 * The task is locked, so that nobody else comes in between.
 * @throws Problem 404 for a task that was never published; 409 `already-applied`, `application-declined`, `task-not-open`,
 *   `worker-not-active`, `places-taken`, `applications-full`
 */
export async function applyForTask(
  tx: Queryable,
  command: Command,
  workerId: number,
  taskId: number,
): Promise<ApplicationAnswer> {
  const task = await lockTask(tx, taskId, { kind: 'all' });
  if (task.state !== 'published' && task.state !== 'closed') throw notFound({ zh: '任务', en: 'task' });
  const today = shanghaiDay(command.at);
  const fault = applicationFault(await openingOf(tx, task), await applicantOf(tx, workerId, taskId), today);
  if (fault) throw fault;
  const application = await tx.one<ChangedEngagement>(
    `INSERT INTO public.engagements AS g (number, task_id, enterprise_id, worker_id, state, agreed_fen, settled_fen, applied_at, version)
     VALUES (tasks.business_number('EN', $5, nextval('tasks.engagement_number')), $1, $2, $3, 'applied', $4, 0, $6::timestamptz, 1)
     RETURNING ${changedEngagement}`,
    [task.id, task.enterprise_id, workerId, task.unit_price_fen, monthOf(today), command.at],
  );
  await record(tx, command, engagementEntries('engagement.apply', [application], 'applied'));
  await tellEnterprise(tx, command, task);
  return { id: application.id, number: application.number, state: 'applied' };
}

async function openingOf(tx: Queryable, task: TaskRow): Promise<Opening> {
  const { engaged, waiting, isEnterpriseActive } = await tx.one<{
    engaged: bigint;
    waiting: bigint;
    isEnterpriseActive: boolean;
  }>(
    `SELECT ${PLACES_TAKEN} AS engaged,
       (SELECT count(*) FROM public.engagements w WHERE w.task_id = t.id AND w.cancelled_at IS NULL AND w.state = 'applied') AS waiting,
       EXISTS (SELECT FROM parties.published_enterprise_facts e WHERE e.enterprise_id = t.enterprise_id AND e.state = 'active')
         AS "isEnterpriseActive"
     FROM public.tasks t WHERE t.id = $1`,
    [task.id],
  );
  return {
    ...{ state: task.state, endsOn: task.ends_on, headcount: task.headcount, isEnterpriseActive },
    ...{ engaged: Number(engaged), waiting: Number(waiting) },
  };
}

async function applicantOf(tx: Queryable, workerId: number, taskId: number): Promise<Applicant> {
  const active = await tx.maybeOne(
    `SELECT FROM parties.published_worker_facts WHERE worker_id = $1 AND state = 'active'`,
    [workerId],
  );
  return { isActive: active !== undefined, former: await lastEngagement(tx, workerId, taskId) };
}

/** What there was last between this worker and this task. */
export function lastEngagement(db: Queryable, workerId: number, taskId: number): Promise<Former | undefined> {
  return db.maybeOne<Former>(
    `SELECT id, number, state FROM public.engagements WHERE task_id = $1 AND worker_id = $2 ORDER BY id DESC LIMIT 1`,
    [taskId, workerId],
  );
}
