import { record } from '@linggong/audit';
import { covers, type RowScope } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';
import { illegalTransition, notFound, step, type Fen } from '@linggong/core/domain';
import { cite, reviewDueAt, reviewOf } from '@linggong/studio';
import type { ReviewAnswer } from '@linggong/studio/api';
import type { Judgement } from '@linggong/studio/domain';
import {
  engagementActionsWithReason,
  engagementLifecycle,
  type EngagementActionByPeople,
  type EngagementState,
} from '../domain';
import { acceptanceCriteria } from '../domain/seeds/acceptance-criteria';
import { reviewClocks } from '../domain/seeds/review-clocks';
import { demandActiveWorkers, taskNotPublished } from './engageable';
import { engagementChanges, type EngagementRequest } from './engagement-changes';
import { engagementEntries, type ChangedEngagement } from './engagement-entries';
import { demandHeadcount } from './places';
import { reasonRequired } from './problems';
import { demandBudget, demandReasonAbove, lockTasksOf } from './task-budget';
import { tellApplicants } from './tell-applications';

interface LockedEngagement {
  id: number;
  enterprise_id: number;
  worker_id: number;
  state: EngagementState;
}

/**
 * Moves many engagements at once: all of them, or none. Accepting gives each its completion certificate number (完工证明, R4.2), within the
 * budget of its task; more than was agreed needs a reason. Who applied is taken on within headcount and budget, or declined with a reason
 * that he reads.
 * @throws Problem 404 when one is unknown or outside of the scope; 409 `illegal-transition`, `budget-exceeded`, `headcount-exceeded`,
 *   `task-not-published`, `worker-not-active`; 422 `reason-required`, what `cite` throws
 * @param judgements what is said of the criteria of acceptance, of all of them together (R2.6)
 */
export async function actOnEngagements(
  tx: Queryable,
  command: Command,
  scope: RowScope,
  action: EngagementActionByPeople,
  request: EngagementRequest,
  judgements: readonly Judgement[] = [],
): Promise<{ changed: number; state: EngagementState }> {
  const ids = request.map(({ id }) => id);
  if (engagementActionsWithReason.has(action) && !command.reason) throw reasonRequired();
  if (action === 'accept' || action === 'engage') await lockTasksOf(tx, ids);
  const locked = await lock(tx, ids, scope);
  for (const { state } of locked) {
    if (!step(engagementLifecycle, state, action).ok) throw illegalTransition(engagementLifecycle, state, action);
  }
  const { to } = engagementLifecycle.transitions[action];
  const criteria = action === 'accept' ? await citeAcceptance(tx, command, ids, judgements) : undefined;
  const changed = await engagementChanges[action](tx, command, request);
  if (action === 'accept') await demandAcceptable(tx, command, changed);
  if (action === 'engage') await demandEngageable(tx, changed);
  const before = new Map(locked.map(({ id, state }) => [id, state]));
  await record(tx, command, engagementEntries(`engagement.${action}`, changed, to, { before, criteria }));
  const news = outcomes[action];
  if (news !== undefined) await tellApplicants(tx, command, news, changed);
  return { changed: locked.length, state: to };
}

/** What a decision about applications is told as. */
const outcomes: Partial<Record<EngagementActionByPeople, 'application-accepted' | 'application-declined'>> = {
  engage: 'application-accepted',
  decline: 'application-declined',
};

/** One statement of all that is accepted, by the criteria in force now: delivered work waits for its acceptance by the thousand. */
function citeAcceptance(
  tx: Queryable,
  command: Command,
  ids: readonly number[],
  judgements: readonly Judgement[],
): Promise<string> {
  const subjects = { kind: 'engagement', ids, seed: acceptanceCriteria } as const;
  return cite(tx, command, { ...subjects, act: 'accept', verdict: 'passes', judgements });
}

/** The criteria of acceptance, what was said of an engagement, and by when one that was delivered is to be accepted. */
export async function acceptanceOf(db: Queryable, engagementId: number | undefined): Promise<ReviewAnswer> {
  const review = await reviewOf(db, { kind: 'engagement', id: engagementId }, acceptanceCriteria);
  const waits =
    engagementId === undefined
      ? undefined
      : await db.maybeOne<{ since: Date }>(
          `SELECT delivered_at AS since FROM public.engagements WHERE id = $1 AND state = 'delivered' AND delivered_at IS NOT NULL`,
          [engagementId],
        );
  if (waits === undefined) return review;
  const clock = { seed: reviewClocks, matter: 'tasks.acceptance' };
  return { ...review, dueAt: await reviewDueAt(db, clock, waits.since) };
}

async function lock(tx: Queryable, ids: readonly number[], scope: RowScope): Promise<LockedEngagement[]> {
  const rows = await tx.query<LockedEngagement>(
    'SELECT id, enterprise_id, worker_id, state FROM public.engagements WHERE id = ANY ($1::int[]) ORDER BY id FOR UPDATE',
    [ids],
  );
  const mine = rows.filter((row) => covers(scope, { enterpriseId: row.enterprise_id, workerId: row.worker_id }));
  if (mine.length !== new Set(ids).size) throw notFound({ zh: '任务承揽', en: 'engagement' });
  return mine;
}

async function demandAcceptable(
  tx: Queryable,
  { reason }: Command,
  accepted: readonly ChangedEngagement[],
): Promise<void> {
  const amounts = accepted.map(({ agreedFen, acceptedFen }) => ({ agreedFen, acceptedFen: acceptedFen ?? 0n }));
  demandReasonAbove(amounts, reason);
  const added = new Map<number, Fen>();
  for (const { taskId, agreedFen, acceptedFen } of accepted) {
    added.set(taskId, (added.get(taskId) ?? 0n) + (acceptedFen ?? 0n) - agreedFen);
  }
  await demandBudget(tx, added);
}

/** Whoever was just taken on has his place and his pay in his task, which is open and locked, and may work. */
async function demandEngageable(tx: Queryable, engaged: readonly ChangedEngagement[]): Promise<void> {
  const added = new Map<number, Fen>();
  for (const { taskId, agreedFen } of engaged) added.set(taskId, (added.get(taskId) ?? 0n) + agreedFen);
  const taskIds = [...added.keys()];
  const shut = `SELECT FROM public.tasks WHERE id = ANY ($1::int[]) AND state <> 'published' LIMIT 1`;
  if ((await tx.maybeOne(shut, [taskIds])) !== undefined) throw taskNotPublished();
  await demandHeadcount(tx, new Map(taskIds.map((id) => [id, 0])));
  await demandBudget(tx, added);
  await demandActiveWorkers(
    tx,
    engaged.map(({ workerId }) => workerId),
  );
}
