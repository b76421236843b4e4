import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { decisions, FeePlanAnswer } from '../../api';
import { notProposed, ownProposal, reasonMissing } from '../problems';
import { endBefore, lockPlans } from './create-plan';
import { planAnswerOf, planColumns, type PlanRow } from './plan-rows';

/**
 * Approves or rejects a proposed plan (复核); nobody decides about his own. Approved, it is in force from its day on.
 * @throws Problem 404; 409 `fee-plan-not-proposed`, `fee-plan-in-the-past`; 403 `second-person-needed`; 400 `reason-missing`
 */
export async function decideFeePlan(
  tx: Queryable,
  command: Command,
  planId: number,
  decision: (typeof decisions)[number],
): Promise<FeePlanAnswer> {
  const before = await readPlan(tx, planId);
  await lockPlans(tx, before.enterpriseId);
  const plan = await readPlan(tx, planId);
  if (plan.state !== 'proposed') throw notProposed();
  const { accountId } = command.actor;
  if (accountId !== undefined && accountId === plan.proposedBy) throw ownProposal();
  if (decision === 'reject' && command.reason === undefined) throw reasonMissing();
  if (decision === 'approve') await endBefore(tx, command, plan.enterpriseId, plan.effectiveFrom);
  const state = decision === 'approve' ? 'in-force' : 'rejected';
  const row = await tx.one<PlanRow>(
    `UPDATE public.fee_plans SET state = $2, state_reason = $3, approved_by = $4, approved_at = $5, updated_at = $5
      WHERE id = $1 RETURNING ${planColumns}`,
    [planId, state, command.reason ?? null, accountId ?? null, command.at],
  );
  await record(tx, command, {
    action: `fee-plan.${decision}`,
    subject: { kind: 'fee-plan', id: planId },
    before: { state: 'proposed' },
    after: { state, effectiveFrom: plan.effectiveFrom },
  });
  return planAnswerOf(row);
}

/** A proposed plan that nobody decided about in time is void (逾期作废); `command.reason` says so. */
export async function lapseFeePlan(tx: Queryable, command: Command, planId: number): Promise<void> {
  const { enterpriseId } = await readPlan(tx, planId);
  await lockPlans(tx, enterpriseId);
  const plan = await readPlan(tx, planId);
  if (plan.state !== 'proposed') throw notProposed();
  await tx.query(`UPDATE public.fee_plans SET state = 'rejected', state_reason = $2, updated_at = $3 WHERE id = $1`, [
    planId,
    command.reason ?? null,
    command.at,
  ]);
  await record(tx, command, {
    action: 'fee-plan.lapse',
    subject: { kind: 'fee-plan', id: planId },
    before: { state: 'proposed' },
    after: { state: 'rejected' },
  });
}

/** @throws Problem 404 */
export async function readPlan(db: Queryable, planId: number): Promise<PlanRow> {
  const row = await db.maybeOne<PlanRow>(`SELECT ${planColumns} FROM public.fee_plans WHERE id = $1`, [planId]);
  if (row === undefined) throw notFound({ zh: '计费方案', en: 'fee plan' });
  return row;
}
