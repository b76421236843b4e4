import type { Queryable } from '@linggong/core';
import type { Day, RateMillionths } from '@linggong/core/domain';
import { termsAnswerOf, type FeePlanAnswer } from '../../api';
import type { Bearing, ChargeTime, FeeKind, FeePlan, FeeTerms, ReturnedFee, TaxBearer } from '../../domain';
import { storedTerms, type StoredTerms } from './stored-terms';

export interface PlanRow {
  readonly id: number;
  readonly number: string;
  readonly enterpriseId: number;
  readonly planVersion: number;
  readonly kind: FeeKind;
  readonly rateMillionths: RateMillionths;
  readonly bearing: Bearing;
  readonly chargedWhen: ChargeTime;
  readonly taxBearer: TaxBearer;
  readonly returnedFee: ReturnedFee;
  readonly terms: StoredTerms;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly state: FeePlanAnswer['state'];
  readonly stateReason: string | null;
  readonly proposedBy: number | null;
  readonly approvedBy: number | null;
}

export const planColumns = `id, number, enterprise_id AS "enterpriseId", plan_version AS "planVersion", kind,
  rate_millionths AS "rateMillionths", bearing, charged_when AS "chargedWhen", tax_bearer AS "taxBearer",
  returned_fee AS "returnedFee", terms, effective_from AS "effectiveFrom", effective_to AS "effectiveTo", state,
  state_reason AS "stateReason", proposed_by AS "proposedBy", approved_by AS "approvedBy"`;

/** The plan of an enterprise in force on a day, or undefined where it has none: nothing can be quoted then. */
export async function feePlanOn(db: Queryable, enterpriseId: number, day: Day): Promise<FeePlan | undefined> {
  const row = await db.maybeOne<PlanRow>(
    `SELECT ${planColumns} FROM public.fee_plans
      WHERE enterprise_id = $1 AND state IN ('in-force', 'closed') AND effective_from <= $2
        AND (effective_to IS NULL OR effective_to >= $2)
      ORDER BY plan_version DESC LIMIT 1`,
    [enterpriseId, day],
  );
  return row && planOf(row);
}

function planOf(row: PlanRow): FeePlan {
  return {
    ...termsOfRow(row),
    id: row.id,
    enterpriseId: row.enterpriseId,
    planVersion: row.planVersion,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo ?? undefined,
  };
}

function termsOfRow({ kind, rateMillionths, bearing, chargedWhen, taxBearer, returnedFee, terms }: PlanRow): FeeTerms {
  return { kind, rateMillionths, bearing, chargedWhen, taxBearer, returnedFee, ...storedTerms.read(terms) };
}

export function planAnswerOf(row: PlanRow): FeePlanAnswer {
  return {
    id: row.id,
    number: row.number,
    enterpriseId: row.enterpriseId,
    planVersion: row.planVersion,
    state: row.state,
    stateReason: row.stateReason,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    proposedBy: row.proposedBy,
    approvedBy: row.approvedBy,
    ...termsAnswerOf(termsOfRow(row)),
  };
}
