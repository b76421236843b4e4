import { record } from '@linggong/audit';
import { covers, type RowScope } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';
import { illegalTransition, monthOf, notFound, shanghaiDay, step, type Fen } from '@linggong/core/domain';
import { cite, reviewDueAt, reviewOf } from '@linggong/studio';
import type { ReviewAnswer } from '@linggong/studio/api';
import type { Judgement } from '@linggong/studio/domain';
import type { EngagementActionBody } from '../api';
import { engagementLifecycle, type EngagementActionByPeople, type EngagementState } from '../domain';
import { acceptanceCriteria } from '../domain/seeds/acceptance-criteria';
import { reviewClocks } from '../domain/seeds/review-clocks';
import { engagementEntries, type ChangedEngagement } from './engagement-entries';
import { demandBudget, demandReasonAbove, lockTasksOf } from './task-budget';

interface LockedEngagement {
  id: number;
  enterprise_id: number;
  worker_id: number;
  state: EngagementState;
}

type Request = EngagementActionBody['engagements'];

/**
 * Delivers, accepts or cancels many engagements at once: all of them, or none. Accepting gives each its completion
 * certificate number (完工证明, R4.2), within the budget of its task; more than was agreed needs a reason.
 * @throws Problem 404 when one is unknown or outside of the scope; 409 `illegal-transition`, `budget-exceeded`; 422
 *   `reason-required`, what `cite` throws
 * @param judgements what is said of the criteria of acceptance, of all of them together (R2.6)
 */
export async function actOnEngagements(
  tx: Queryable,
  command: Command,
  scope: RowScope,
  action: EngagementActionByPeople,
  request: Request,
  judgements: readonly Judgement[] = [],
): Promise<{ changed: number; state: EngagementState }> {
  const ids = idsOf(request);
  if (action === 'accept') await lockTasksOf(tx, ids);
  const locked = await lock(tx, ids, scope);
  for (const { state } of locked) {
    if (!step(engagementLifecycle, state, action).ok) throw illegalTransition(engagementLifecycle, state, action);
  }
  const { to } = engagementLifecycle.transitions[action];
  const criteria = action === 'accept' ? await citeAcceptance(tx, command, ids, judgements) : undefined;
  const changed = await changes[action](tx, command, request);
  if (action === 'accept') await demandAcceptable(tx, command, changed);
  const before = new Map(locked.map(({ id, state }) => [id, state]));
  await record(tx, command, engagementEntries(`engagement.${action}`, changed, to, { before, criteria }));
  return { changed: locked.length, state: to };
}

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
  const review = await reviewOf(db, 'engagement', engagementId, acceptanceCriteria);
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

type Change = (tx: Queryable, command: Command, request: Request) => Promise<ChangedEngagement[]>;

const idsOf = (request: Request): number[] => request.map(({ id }) => id);

const changed = `RETURNING g.id, g.task_id AS "taskId", g.worker_id AS "workerId", g.agreed_fen AS "agreedFen",
  g.accepted_fen AS "acceptedFen"`;

const changes: Readonly<Record<EngagementActionByPeople, Change>> = {
  deliver: (tx, command, request) =>
    tx.query(
      `UPDATE public.engagements g SET state = 'delivered', delivered_at = $2::timestamptz, version = version + 1,
         updated_at = $2::timestamptz WHERE id = ANY ($1::int[]) ${changed}`,
      [idsOf(request), command.at],
    ),
  accept: (tx, command, request) =>
    tx.query(
      `UPDATE public.engagements g SET state = 'accepted', accepted_at = $3::timestamptz,
         accepted_fen = coalesce(u.accepted_fen, g.agreed_fen), version = version + 1, updated_at = $3::timestamptz,
         certificate_number = tasks.business_number('CC', $4, nextval('tasks.certificate_number'))
       FROM unnest($1::int[], $2::bigint[]) AS u (id, accepted_fen) WHERE g.id = u.id ${changed}`,
      [
        idsOf(request),
        request.map(({ acceptedFen }) => acceptedFen ?? null),
        command.at,
        monthOf(shanghaiDay(command.at)),
      ],
    ),
  cancel: (tx, command, request) =>
    tx.query(
      `UPDATE public.engagements g SET state = 'cancelled', cancelled_at = $2::timestamptz, version = version + 1,
         updated_at = $2::timestamptz WHERE id = ANY ($1::int[]) ${changed}`,
      [idsOf(request), command.at],
    ),
};
