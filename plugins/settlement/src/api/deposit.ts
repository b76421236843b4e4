import { idNumber, instantText } from '@linggong/access/api';
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
  payerName: z.string(),
  remark: z.string().nullable(),
  state: depositState,
  receivedAt: instant,
  bookedAt: instant,
});
export type DepositRow = z.infer<typeof depositRow>;

export const depositAnswer = depositRow.extend({ availableFen: fen });
export type DepositAnswer = z.infer<typeof depositAnswer>;

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
    remark: z.string().max(200).optional(),
  })
  .refine((deposit) => deposit.enterpriseId !== undefined || deposit.subAccountNumber !== undefined, {
    path: ['enterpriseId'],
    message: 'enterpriseId or subAccountNumber is required',
  });
export type DepositRequest = z.infer<typeof depositRequest>;

/** `POST /statement-lines/{id}/deposit`: who paid, where the statement names nobody. */
export const lineDepositRequest = z.strictObject({ payerName: z.string().trim().min(1).max(120).optional() });
