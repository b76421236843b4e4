import { z } from 'zod';
import { idText } from '@linggong/access/api';
import { day } from './fields';
import { checkTerms, termsAnswer } from './terms';
import { termFields } from './written-terms';

export const planStates = ['proposed', 'rejected', 'in-force', 'closed'] as const;

/** `POST /fee-plans`: a plan that takes effect on a day; the plan before it ends on the day before. */
export const newFeePlan = z
  .strictObject({ enterpriseId: z.int().positive().max(2_147_483_647), effectiveFrom: day, ...termFields })
  .superRefine((plan, context) => checkTerms(plan, context));
export type NewFeePlan = z.infer<typeof newFeePlan>;

export const feePlanAnswer = z.strictObject({
  id: z.int(),
  number: z.string(),
  enterpriseId: z.int(),
  planVersion: z.int(),
  state: z.enum(planStates),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  proposedBy: z.int().nullable(),
  approvedBy: z.int().nullable(),
  stateReason: z.string().nullable(),
  ...termsAnswer,
});
export type FeePlanAnswer = z.infer<typeof feePlanAnswer>;

export const feePlanParams = z.strictObject({ id: idText });
export const decisions = ['approve', 'reject'] as const;
export const feePlanActionParams = z.strictObject({ id: idText, action: z.enum(decisions) });
export const feePlanActionBody = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() });
