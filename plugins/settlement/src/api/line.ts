import { traceFields } from '@linggong/tax/api';
import { z } from 'zod';
import { blocker } from './blockers';
import { lineState } from './states';
import { fenOrNull, id, lineId } from './texts';

/** One line of the sheet. Sensitive cells are masked on the server; the clear text never leaves it. */
export const settlementLine = z.strictObject({
  id: lineId,
  batchId: id,
  rowNo: z.int().positive(),
  state: lineState,
  nameMasked: z.string().nullable(),
  identityMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  cardMasked: z.string().nullable(),
  taskNumber: z.string().nullable(),
  taskTitle: z.string().nullable(),
  remark: z.string().nullable(),
  workerId: id.nullable(),
  engagementId: id.nullable(),
  /** The registered card of the worker that the row names. */
  cardId: id.nullable(),
  /** What the sheet says. */
  amountFen: fenOrNull,
  /** The worker's gross: the amount, less a fee inside it, or what gives a promised net. */
  grossFen: fenOrNull,
  feeFen: fenOrNull,
  vatFen: fenOrNull,
  surchargeFen: fenOrNull,
  incomeTaxFen: fenOrNull,
  receivableFen: fenOrNull,
  collectedFen: fenOrNull,
  netFen: fenOrNull,
  /** Every reason, not only the first. */
  blockers: z.array(blocker),
});
export type SettlementLine = z.infer<typeof settlementLine>;

/** `GET /settlement-lines/{id}`: the line with the trace of its quote. */
export const settlementLineDetail = settlementLine.extend({
  /**
   * The amount as it stands in the sheet, where it could not be read: for the enterprise itself and the operator, who correct
   * it. What looks like another cell's personal data is masked.
   */
  amountText: z.string().nullable(),
  ...traceFields,
});
export type SettlementLineDetail = z.infer<typeof settlementLineDetail>;
