import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import {
  addDays,
  businessNumber,
  notFound,
  parseRate,
  problem,
  rateText,
  shanghaiDay,
  type Day,
} from '@linggong/core/domain';
import type { FeePlanAnswer, NewFeePlan } from '../api';
import type { FeePlan } from '../domain';

interface PlanRow {
  id: number;
  number: string;
  enterprise_id: number;
  plan_version: number;
  rate_millionths: bigint;
  effective_from: Day;
  effective_to: Day | null;
}

const columns = 'id, number, enterprise_id, plan_version, rate_millionths, effective_from, effective_to';

/** The plan of an enterprise in force on a day, or undefined where it has none: nothing can be quoted then. */
export async function feePlanOn(db: Queryable, enterpriseId: number, day: Day): Promise<FeePlan | undefined> {
  const row = await db.maybeOne<PlanRow>(
    `SELECT ${columns} FROM public.fee_plans
     WHERE enterprise_id = $1 AND effective_from <= $2 AND (effective_to IS NULL OR effective_to >= $2)
     ORDER BY plan_version DESC LIMIT 1`,
    [enterpriseId, day],
  );
  return row && planOf(row);
}

/**
 * Gives an enterprise a new plan from a day on; the plan before it ends on the day before.
 * @throws Problem 404 for an enterprise that is not; 409 `fee-plan-in-the-past` where the new plan would begin before one that exists
 */
export async function createFeePlan(tx: Queryable, command: Command, plan: NewFeePlan): Promise<FeePlanAnswer> {
  await demandEnterprise(tx, plan.enterpriseId);
  const latest = await lockLatest(tx, plan.enterpriseId);
  if (latest && plan.effectiveFrom <= latest.effective_from) throw beginsTooEarly(latest.effective_from);
  if (latest) await close(tx, command, latest, addDays(plan.effectiveFrom, -1));
  const row = await insert(tx, command, plan, (latest?.plan_version ?? 0) + 1);
  const answer = answerOf(row);
  await record(tx, command, {
    action: 'fee-plan.create',
    subject: { kind: 'fee-plan', id: row.id },
    after: { ...answer },
  });
  return answer;
}

async function demandEnterprise(tx: Queryable, enterpriseId: number): Promise<void> {
  const found = await tx.maybeOne('SELECT 1 FROM parties.published_enterprise_facts WHERE enterprise_id = $1', [
    enterpriseId,
  ]);
  if (!found) throw notFound({ zh: '企业', en: 'enterprise' });
}

/** An advisory lock stands for all plans of an enterprise: it exists even where there is no plan yet. */
async function lockLatest(tx: Queryable, enterpriseId: number): Promise<PlanRow | undefined> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('billing.fee-plan', $1))`, [enterpriseId]);
  return tx.maybeOne<PlanRow>(
    `SELECT ${columns} FROM public.fee_plans WHERE enterprise_id = $1 ORDER BY plan_version DESC LIMIT 1`,
    [enterpriseId],
  );
}

function beginsTooEarly(from: Day): Error {
  return problem(
    409,
    'fee-plan-in-the-past',
    {
      zh: `新方案必须晚于现有方案的生效日 ${from}`,
      en: `A new plan must begin after ${from}, when the latest one begins`,
    },
    { field: 'effectiveFrom' },
  );
}

async function close(tx: Queryable, command: Command, latest: PlanRow, lastDay: Day): Promise<void> {
  const open = latest.effective_to === null || latest.effective_to > lastDay;
  if (!open) return;
  await tx.query(`UPDATE public.fee_plans SET effective_to = $2, state = 'closed', updated_at = $3 WHERE id = $1`, [
    latest.id,
    lastDay,
    command.at,
  ]);
}

async function insert(tx: Queryable, command: Command, plan: NewFeePlan, version: number): Promise<PlanRow> {
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('billing.fee_plan_number') AS serial`);
  return tx.one<PlanRow>(
    `INSERT INTO public.fee_plans
       (number, enterprise_id, plan_version, kind, rate_millionths, bearing, charged_when, effective_from, state)
     VALUES ($1, $2, $3, 'percent', $4, 'on-top', 'with-payment', $5, 'in-force') RETURNING ${columns}`,
    [
      businessNumber('FP', shanghaiDay(command.at), serial),
      plan.enterpriseId,
      version,
      parseRate(plan.rate),
      plan.effectiveFrom,
    ],
  );
}

function planOf(row: PlanRow): FeePlan {
  return {
    id: row.id,
    enterpriseId: row.enterprise_id,
    planVersion: row.plan_version,
    rateMillionths: row.rate_millionths,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to ?? undefined,
  };
}

function answerOf(row: PlanRow): FeePlanAnswer {
  return {
    id: row.id,
    number: row.number,
    enterpriseId: row.enterprise_id,
    planVersion: row.plan_version,
    rate: rateText(row.rate_millionths),
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
  };
}
