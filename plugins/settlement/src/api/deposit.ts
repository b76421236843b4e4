import { freeText, idNumber, instantText, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { depositState } from './states';
import { fen, id, instant } from './texts';

/** Money that arrived on an enterprise's sub-account (客户备付). The bank serial makes it unique. */
export const depositRow = z.strictObject({
  id,
  number: z.string(),
  enterpriseId: id,
  enterpriseName: z.string(),
  subAccountNumber: z.string(),
  bankSerial: z.string(),
  amountFen: fen,
  /** The mask, where the payer is a person. */
  payerName: z.string(),
  /** Why money of another payer than the enterprise was booked; null where the enterprise paid itself. */
  payerReason: z.string().nullable(),
  remark: z.string().nullable(),
  state: depositState,
  receivedAt: instant,
  bookedAt: instant,
});
export type DepositRow = z.infer<typeof depositRow>;

export const depositAnswer = depositRow.extend({ availableFen: fen });
export type DepositAnswer = z.infer<typeof depositAnswer>;

/** Why money is booked that another than the enterprise paid; refused without it. */
const payerReason = reasonText.optional().meta({
  description: '付款人与企业户名不一致时的入账理由 · why money of another payer is booked; needed then',
});

/**
 * `POST /deposits`. The enterprise may be named by id or by its sub-account; when both are given they must agree. When it
 * arrived: within the last two years, at most five minutes ahead of our clock.
 */
export const depositRequest = z
  .strictObject({
    enterpriseId: idNumber.optional(),
    subAccountNumber: z.string().min(6).max(40).optional(),
    bankSerial: z.string().trim().min(1).max(64),
    amountFen: fen.positive().max(10_000_000_000_000),
    payerName: z.string().trim().min(1).max(120),
    receivedAt: instantText.optional(),
    remark: freeText(200).optional(),
    reason: payerReason,
  })
  .refine((deposit) => deposit.enterpriseId !== undefined || deposit.subAccountNumber !== undefined, {
    path: ['enterpriseId'],
    params: {
      zh: '请选择企业，或填写其收款子账户',
      en: 'is required, or the sub-account (subAccountNumber) in its place',
    },
  });
export type DepositRequest = z.infer<typeof depositRequest>;

/** `POST /statement-lines/{id}/deposit`: who paid, where the statement names nobody, and why another payer's money is booked. */
export const lineDepositRequest = z.strictObject({
  payerName: z.string().trim().min(1).max(120).optional(),
  reason: payerReason,
});

/** `GET /statement-lines/{id}/deposit`: what recording the credit would do. */
export const lineDepositPreview = z.strictObject({
  subAccountNumber: z.string(),
  /** Whose sub-account it is; null where it is of no enterprise with an open one, so that nothing can be recorded. */
  enterpriseId: id.nullable(),
  enterpriseName: z.string().nullable(),
  amountFen: fen,
  receivedAt: instant,
  /** Null where the statement names nobody. */
  payerName: z.string().nullable(),
  /** Is the payer another than the enterprise, so that a reason is needed? Null where one of the two is not known. */
  payerDiffers: z.boolean().nullable(),
});
export type LineDepositPreview = z.infer<typeof lineDepositPreview>;
