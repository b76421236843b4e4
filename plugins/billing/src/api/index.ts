import { z } from 'zod';
import { isDay } from '@linggong/core/domain';

const day = z.string().refine(isDay, { params: { zh: '应为真实存在的日期', en: 'must be a real day, YYYY-MM-DD' } });

/** `POST /fee-plans`: a percent plan that takes effect on a day; the plan before it ends on the day before. */
export const newFeePlan = z.strictObject({
  enterpriseId: z.int().positive(),
  /** Share of the gross amount, as decimal text of at most six places: `"0.06"` is 6 %. */
  rate: z.string().regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/),
  effectiveFrom: day,
});
export type NewFeePlan = z.infer<typeof newFeePlan>;

export const feePlanAnswer = z.strictObject({
  id: z.int(),
  number: z.string(),
  enterpriseId: z.int(),
  planVersion: z.int(),
  rate: z.string(),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
});
export type FeePlanAnswer = z.infer<typeof feePlanAnswer>;
