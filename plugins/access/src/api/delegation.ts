import { z } from 'zod';
import { idNumber, instantOutput, reasonText } from './fields';

/** A delegation lasts at most so many days. */
export const delegationDaysMax = 30;

/** `POST /api/v1/delegations`: who decides for me, about what, for how long, and why. */
export const delegationBody = z.strictObject({
  toAccountId: idNumber.meta({ description: '受托账号 · the account that decides for me' }),
  resource: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .meta({ description: '仅此类事项；不填为我审批的全部 · everything that I decide where it is left out' }),
  days: z.int().min(1).max(delegationDaysMax),
  reason: reasonText,
});

export type DelegationRequest = z.infer<typeof delegationBody>;

export const delegationAnswer = z
  .strictObject({ id: z.int(), toName: z.string(), resource: z.string().nullable(), untilAt: instantOutput })
  .meta({ id: 'Delegation' });

/** `GET /api/v1/delegations/offers`. */
export const delegationOffersAnswer = z.strictObject({
  daysMax: z.int(),
  people: z
    .array(z.strictObject({ id: z.int(), identifier: z.string(), name: z.string() }))
    .meta({ description: '可受托的账号 · accounts that may decide for me' }),
  resources: z.array(z.string()).meta({ description: '我审批的事项 · what I decide about' }),
});

export const delegationEndBody = z.strictObject({ reason: reasonText });
export const delegationEndAnswer = z.strictObject({ id: z.int(), ended: z.boolean() });
