import { z } from 'zod';
import { idText, monthText, reasonText } from '@linggong/access/api';
import { approvalStates } from '@linggong/access/domain';
import { FEN_MAX } from '@linggong/core/domain';
import { classTiers } from '../domain';

const signed = z.int().min(-Number(FEN_MAX)).max(Number(FEN_MAX));
export const billStates = ['open', 'settled'] as const;

/** `POST /fee-bills`: bills what an enterprise owes for a month that has ended. */
export const newFeeBill = z.strictObject({ enterpriseId: z.int().positive().max(2_147_483_647), month: monthText });

export const feeBillAnswer = z.strictObject({
  id: z.int(),
  number: z.string(),
  enterpriseId: z.int(),
  month: z.string(),
  /** Fees owed since the last bill, less what returned payments gave back: may be below zero. */
  accruedFen: signed,
  shortfallFen: signed,
  totalFen: signed,
  state: z.enum(billStates),
  issuedAt: z.string(),
  settledAt: z.string().nullable(),
});
export type FeeBillAnswer = z.infer<typeof feeBillAnswer>;

/** `GET /fee-bills/{id}`: the bill with its statement, the entries of the receivable in its month. */
export const feeBillDetail = feeBillAnswer.extend({
  openingFen: signed,
  closingFen: signed,
  lines: z.array(
    z.strictObject({ at: z.string(), kind: z.string(), reference: z.string().nullable(), amountFen: signed }),
  ),
  /** True where the month has more entries than are listed; the ledger has them all. */
  more: z.boolean(),
  /** Why payments of the month cost more than the rates of their plan: the class of the enterprise, by terms of that plan. */
  surcharges: z.array(
    z.strictObject({
      month: z.string(),
      class: z.string(),
      tier: z.enum(classTiers),
      ratingId: z.int(),
      surcharge: z.string(),
      planNumber: z.string(),
      since: z.string(),
    }),
  ),
  /** What was asked about the money of it, newest first; empty for who sees no requests. */
  requests: z.array(
    z.strictObject({
      action: z.string(),
      state: z.enum(approvalStates),
      askedBy: z.string(),
      askedAt: z.string(),
      reason: z.string().nullable(),
      decidedBy: z.string().nullable(),
      decidedAt: z.string().nullable(),
      decisionReason: z.string().nullable(),
      endedAt: z.string().nullable(),
      approval: z.uuid().nullable(),
    }),
  ),
});
export type FeeBillDetail = z.infer<typeof feeBillDetail>;
export const feeBillParams = z.strictObject({ id: idText });
/** `POST /fee-bills/{id}/ask-settling`. */
export const askSettlingBody = z.strictObject({ reason: reasonText.optional() }).default({});
/** `POST /fee-bills/{id}/reject`: a refusal says why. */
export const rejectSettlingBody = z.strictObject({ reason: reasonText });
