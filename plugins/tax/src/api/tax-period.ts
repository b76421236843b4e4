import { z } from 'zod';
import { dayText, fenOutput, idNumber, idText, instantOutput, reasonText } from '@linggong/access/api';

/** `POST /tax-periods/{id}/{action}`. */
export const periodActionParams = z.strictObject({ id: idText, action: z.enum(['close', 'reopen', 'file', 'pay']) });

/** `reopen` needs a reason. */
export const periodActionBody = z.strictObject({ reason: reasonText.optional() }).default({});

export const taxPeriodAnswer = z.strictObject({
  id: idNumber,
  groupCode: z.string(),
  month: z.string(),
  state: z.enum(['open', 'closed', 'filed', 'paid']),
  dueOn: dayText,
  workerCount: z.int().nullable(),
  recordCount: z.int().nullable(),
  grossFen: fenOutput.nullable(),
  incomeFen: fenOutput.nullable(),
  vatFen: fenOutput.nullable(),
  surchargeFen: fenOutput.nullable(),
  incomeTaxFen: fenOutput.nullable(),
  closedAt: instantOutput.nullable(),
  filedAt: instantOutput.nullable(),
  paidAt: instantOutput.nullable(),
});
export type TaxPeriodAnswer = z.input<typeof taxPeriodAnswer>;
