import { askApproval } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { addDays, businessNumber, notFound, shanghaiDay, type Day } from '@linggong/core/domain';
import { termsOf, type FeePlanAnswer, type NewFeePlan } from '../../api';
import { beginsTooEarly } from '../problems';
import { planAnswerOf, planColumns, type PlanRow } from './plan-rows';
import { storedTerms } from './stored-terms';

/**
 * Gives an enterprise a plan from a day on, in force at once; the plan before it ends on the day before. For tests and seeding: no operation
 * of the API does it, since a plan takes a second person.
 * @throws Problem 404 for an enterprise that is not; 409 `fee-plan-in-the-past` where the new plan would begin before one that exists
 */
export async function createFeePlan(tx: Queryable, command: Command, plan: NewFeePlan): Promise<FeePlanAnswer> {
  await lockPlans(tx, plan.enterpriseId);
  await endBefore(tx, command, plan.enterpriseId, plan.effectiveFrom);
  return add(tx, command, plan, 'in-force');
}

/**
 * Proposes a plan: it says nothing until a finance approver – somebody else – approves it.
 * @throws Problem as `createFeePlan`
 */
export async function proposeFeePlan(tx: Queryable, command: Command, plan: NewFeePlan): Promise<FeePlanAnswer> {
  await lockPlans(tx, plan.enterpriseId);
  const now = await demandLater(tx, plan.enterpriseId, plan.effectiveFrom);
  const proposed = await add(tx, command, plan, 'proposed');
  await askApproval(tx, command, {
    resource: 'fee-plan',
    action: 'decide',
    subject: { id: proposed.id, label: proposed.number },
    before: now === undefined ? null : planAnswerOf(now),
    after: { ...proposed, state: 'in-force' },
  });
  return proposed;
}

/**
 * Takes the advisory lock that stands for all plans of an enterprise: it exists even where there is no plan yet.
 * @throws Problem 404 for an enterprise that is not
 */
export async function lockPlans(tx: Queryable, enterpriseId: number): Promise<void> {
  const known = await tx.maybeOne('SELECT 1 FROM parties.published_enterprise_facts WHERE enterprise_id = $1', [
    enterpriseId,
  ]);
  if (!known) throw notFound({ zh: '企业', en: 'enterprise' });
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('billing.fee-plan', $1))`, [enterpriseId]);
}

/** Ends the plan in force on the day before another begins. @throws Problem 409 `fee-plan-in-the-past` */
export async function endBefore(tx: Queryable, command: Command, enterpriseId: number, day: Day): Promise<void> {
  const latest = await demandLater(tx, enterpriseId, day);
  if (latest === undefined || (latest.effectiveTo !== null && latest.effectiveTo < day)) return;
  await tx.query(`UPDATE public.fee_plans SET effective_to = $2, state = 'closed', updated_at = $3 WHERE id = $1`, [
    latest.id,
    addDays(day, -1),
    command.at,
  ]);
}

async function demandLater(tx: Queryable, enterpriseId: number, day: Day): Promise<PlanRow | undefined> {
  const latest = await latestInForce(tx, enterpriseId);
  if (latest && day <= latest.effectiveFrom) throw beginsTooEarly(latest.effectiveFrom);
  return latest;
}

function latestInForce(tx: Queryable, enterpriseId: number): Promise<PlanRow | undefined> {
  return tx.maybeOne<PlanRow>(
    `SELECT ${planColumns} FROM public.fee_plans WHERE enterprise_id = $1 AND state IN ('in-force', 'closed')
      ORDER BY effective_from DESC LIMIT 1`,
    [enterpriseId],
  );
}

async function add(
  tx: Queryable,
  command: Command,
  plan: NewFeePlan,
  state: 'in-force' | 'proposed',
): Promise<FeePlanAnswer> {
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('billing.fee_plan_number') AS serial`);
  const terms = termsOf(plan);
  const row = await tx.one<PlanRow>(
    `INSERT INTO public.fee_plans (number, enterprise_id, plan_version, kind, rate_millionths, bearing, charged_when,
       tax_bearer, returned_fee, terms, effective_from, state, proposed_by)
     SELECT $1, $2, coalesce(max(plan_version), 0) + 1, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12
       FROM public.fee_plans WHERE enterprise_id = $2 RETURNING ${planColumns}`,
    [
      businessNumber('FP', shanghaiDay(command.at), serial),
      plan.enterpriseId,
      terms.kind,
      terms.rateMillionths,
      terms.bearing,
      terms.chargedWhen,
      terms.taxBearer,
      terms.returnedFee,
      JSON.stringify(storedTerms.write(terms)),
      plan.effectiveFrom,
      state,
      command.actor.accountId ?? null,
    ],
  );
  const answer = planAnswerOf(row);
  const action = state === 'proposed' ? 'fee-plan.propose' : 'fee-plan.create';
  await record(tx, command, { action, subject: { kind: 'fee-plan', id: row.id }, after: { ...answer } });
  return answer;
}
