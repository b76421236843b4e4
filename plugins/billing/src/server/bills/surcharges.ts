import type { Queryable } from '@linggong/core';
import { rateText, type Month, type RateMillionths } from '@linggong/core/domain';
import type { FeeBillDetail } from '../../api';
import type { ClassTier } from '../../domain';

/** A class that made the payments of a month dearer, by a term of the plan (按等级加收). */
export interface SurchargeUse {
  readonly enterpriseId: number;
  readonly month: Month;
  readonly planId: number;
  readonly ratingId: number;
  readonly class: string;
  readonly tier: Exclude<ClassTier, 'standard'>;
  readonly surchargeMillionths: RateMillionths;
  readonly at: Date;
}

/** Keeps why payments of a month cost more, once for a month, plan and rating; asked for again it adds nothing. */
export async function noteSurcharge(tx: Queryable, use: SurchargeUse): Promise<void> {
  await tx.query(
    `INSERT INTO billing.class_surcharges (enterprise_id, month, plan_id, rating_id, class, tier, surcharge_millionths, first_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [use.enterpriseId, use.month, use.planId, use.ratingId, use.class, use.tier, use.surchargeMillionths, use.at],
  );
}

const SHOWN = 50;

/** Surcharges of payments that were confirmed in a month, or in the one before: what is confirmed at its end is paid after it. */
export async function surchargesOf(
  db: Queryable,
  enterpriseId: number,
  month: Month,
): Promise<FeeBillDetail['surcharges']> {
  const rows = await db.query<
    Pick<SurchargeUse, 'month' | 'class' | 'tier' | 'ratingId' | 'surchargeMillionths'> & {
      planNumber: string;
      at: Date;
    }
  >(
    `SELECT s.month, s.class, s.tier, s.rating_id AS "ratingId", s.surcharge_millionths AS "surchargeMillionths", p.number AS "planNumber",
            s.first_at AS at
       FROM billing.class_surcharges s JOIN public.fee_plans p ON p.id = s.plan_id
      WHERE s.enterprise_id = $1 AND s.month IN ($2, to_char(($2 || '-01')::date - 1, 'YYYY-MM'))
      ORDER BY s.first_at, s.rating_id LIMIT ${SHOWN.toString()}`,
    [enterpriseId, month],
  );
  return rows.map(({ surchargeMillionths, at, ...row }) => ({
    ...row,
    surcharge: rateText(surchargeMillionths),
    since: at.toISOString(),
  }));
}
