import { feePlanOn, noteSurcharge, surchargeOf, termsAtTier, type ClassTier, type FeePlan } from '@linggong/billing';
import type { Queryable, Tx } from '@linggong/core';
import { monthOf, type Day, type RateMillionths } from '@linggong/core/domain';
import { standingOf, type ClassPolicy, type RatingClass } from '@linggong/risk';

/** By which rating a fee is priced (R6.2). */
export interface ClassPrice {
  readonly class: RatingClass;
  readonly ratingId: number;
  readonly tier: ClassTier;
  readonly surchargeMillionths: RateMillionths;
}

/** The plan as it charges an enterprise of its class, and why. */
export interface PricedPlan {
  readonly plan: FeePlan | undefined;
  /** Undefined where the enterprise is not rated: it pays the rates of its plan. */
  readonly price: ClassPrice | undefined;
  readonly policy: ClassPolicy | undefined;
}

/** What an enterprise is charged by on a day: its plan, with what that plan adds for the class that it has now. */
export async function pricedPlanOn(db: Queryable, enterpriseId: number, day: Day): Promise<PricedPlan> {
  const agreed = await feePlanOn(db, enterpriseId, day);
  const standing = await standingOf(db, enterpriseId);
  if (!standing) return { plan: agreed, price: undefined, policy: undefined };
  const { ratingId, policy } = standing;
  const tier = policy.feeTier;
  const surchargeMillionths = agreed && agreed.kind !== 'fixed' ? surchargeOf(agreed, tier) : 0n;
  return {
    plan: agreed && termsAtTier(agreed, tier),
    price: { class: standing.class, ratingId, tier, surchargeMillionths },
    policy,
  };
}

/** Tells billing why the payments of a confirmed quote cost more, for the bill of their month. Nothing where they do not. */
export async function noteClassPrice(tx: Tx, batchId: number, enterpriseId: number, day: Day, at: Date): Promise<void> {
  const quoted = await tx.one<QuotedPrice>(
    `SELECT fee_plan_id AS "planId", fee_rating_id AS "ratingId", fee_class AS class, fee_tier AS tier,
            fee_surcharge_millionths AS "surchargeMillionths" FROM settlement.batch_details WHERE batch_id = $1`,
    [batchId],
  );
  const { planId, ratingId, tier, surchargeMillionths } = quoted;
  if (planId === null || ratingId === null || quoted.class === null || !surchargeMillionths) return;
  if (tier === null || tier === 'standard') return;
  const use = {
    enterpriseId,
    month: monthOf(day),
    planId,
    ratingId,
    class: quoted.class,
    tier,
    surchargeMillionths,
    at,
  };
  await noteSurcharge(tx, use);
}

interface QuotedPrice {
  readonly planId: number | null;
  readonly ratingId: number | null;
  readonly class: RatingClass | null;
  readonly tier: ClassTier | null;
  readonly surchargeMillionths: bigint | null;
}
