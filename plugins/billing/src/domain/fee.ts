import { multiplyRate, type Day, type Fen, type RateMillionths } from '@linggong/core/domain';

/** A percent fee plan (计费方案): the service fee of a payment is a rate of its gross amount, on top of it (外扣). */
export interface FeePlan {
  id: number;
  enterpriseId: number;
  planVersion: number;
  rateMillionths: RateMillionths;
  effectiveFrom: Day;
  /** Last day; undefined while open. */
  effectiveTo: Day | undefined;
}

/**
 * The fee of one payment, half up to the fen. It is computed for each payment alone and not as a share of the batch, so
 * that excluding, failing or returning one payment changes no other payment's fee.
 */
export function feeOf(grossFen: Fen, plan: Pick<FeePlan, 'rateMillionths'>): Fen {
  return multiplyRate(grossFen, plan.rateMillionths, 'half-up');
}

/** Fees of many payments under one plan, in their order. */
export function feesFor(grossFen: readonly Fen[], plan: Pick<FeePlan, 'rateMillionths'>): Fen[] {
  return grossFen.map((gross) => feeOf(gross, plan));
}

/** The plan in force on a day: of those that cover it, the newest version. */
export function planOn(plans: readonly FeePlan[], day: Day): FeePlan | undefined {
  return plans
    .filter((plan) => plan.effectiveFrom <= day && (plan.effectiveTo === undefined || day <= plan.effectiveTo))
    .reduce<FeePlan | undefined>(
      (best, plan) => (best && best.planVersion > plan.planVersion ? best : plan),
      undefined,
    );
}
