import { bearings, chargeTimes, taxBearers } from '@linggong/billing/domain';
import { traceFields } from '@linggong/tax/api';
import { z } from 'zod';
import { orderState } from './states';
import { fen, id, instantOrNull, day, text2 } from './texts';

/** One payment from an enterprise to a worker. */
export const orderRow = z.strictObject({
  id,
  number: z.string(),
  batchId: id,
  batchNumber: z.string(),
  enterpriseId: id,
  enterpriseName: z.string(),
  workerId: id,
  workerNameMasked: z.string(),
  taskId: id,
  taskNumber: z.string(),
  taskTitle: z.string(),
  rowNo: z.int(),
  state: orderState,
  amountFen: fen,
  grossFen: fen,
  feeFen: fen.optional(),
  vatFen: fen,
  surchargeFen: fen,
  incomeTaxFen: fen,
  receivableFen: fen,
  collectedFen: fen,
  netFen: fen,
  feeMode: z.enum(bearings).optional(),
  feeTiming: z.enum(chargeTimes).optional(),
  taxBearer: z.enum(taxBearers),
  payeeAccountMasked: z.string(),
  taxDay: day.nullable(),
  confirmedAt: instantOrNull,
  sentAt: instantOrNull,
  paidAt: instantOrNull,
  returnedAt: instantOrNull,
  failedAt: instantOrNull,
});
export type OrderRow = z.infer<typeof orderRow>;

export const orderDetail = orderRow.extend({
  engagementId: id,
  bankCardId: id,
  payerAccountMasked: z.string().nullable().optional(),
  remark: z.string().nullable().optional(),
  /** The bank's reason in plain words, and what happens next; null while all is well. */
  failure: z.strictObject({ code: z.string(), text: text2, next: text2 }).nullable(),
  bankReference: z.string().nullable(),
  ...traceFields,
});
export type OrderDetail = z.infer<typeof orderDetail>;
