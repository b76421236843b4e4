import type { Fen } from '@linggong/core/domain';
import { z } from 'zod';
import { exactYuan, type PaymentTrace } from '../../domain';

const fenText = z.string().regex(/^-?\d+$/);

/**
 * The numbers of a payment's own trace that a record has no column for (`tax_records.trace`). Amounts are fen as text. The
 * months before the payment are not repeated in every record: they are read from the records before it.
 */
export const storedTraceSchema = z.object({
  cumulativeIncomeFen: fenText,
  exemptFen: fenText.default('0'),
  deductionFen: fenText.default('0'),
  otherDeductionFen: fenText.default('0'),
  taxableExact: z.string(),
  reliefFen: fenText.default('0'),
  withheldBeforeFen: fenText.default('0'),
  specialInvoice: z.boolean().default(false),
  comparedGrossFen: fenText,
  otherSalesFen: fenText.default('0'),
  salesFen: fenText,
  thresholdFen: fenText.nullable(),
  reached: z.boolean().default(false),
  vatRate: fenText,
});
export type StoredTrace = z.output<typeof storedTraceSchema>;

/** JSON of the trace. Zeros and noes are left out: a batch writes a hundred thousand of them. */
export function storedTrace({ payment, rules, vat, incomeTax }: PaymentTrace): string {
  const files = payment.vat.role === 'platform-files';
  const threshold = files ? rules.vat.monthThreshold : rules.vat.transactionThreshold;
  const trace: z.input<typeof storedTraceSchema> = {
    cumulativeIncomeFen: incomeTax.cumulativeIncomeFen.toString(),
    exemptFen: unlessZero(incomeTax.exemptFen),
    deductionFen: unlessZero(incomeTax.deductionFen),
    otherDeductionFen: unlessZero(incomeTax.otherDeductionFen),
    taxableExact: exactYuan(incomeTax.taxable, incomeTax.scale),
    reliefFen: unlessZero(incomeTax.reliefFen),
    withheldBeforeFen: unlessZero(incomeTax.withheldBeforeFen),
    specialInvoice: payment.vat.specialInvoice === true || undefined,
    comparedGrossFen: (files ? vat.month.grossFen : payment.grossFen).toString(),
    otherSalesFen: files ? unlessZero(vat.month.otherSalesFen) : undefined,
    salesFen: vat.salesFen.toString(),
    thresholdFen: payment.vat.role === 'self' ? null : (threshold?.salesFen ?? 0n).toString(),
    reached: vat.reached || undefined,
    vatRate: rules.vat.rate.toString(),
  };
  return JSON.stringify(trace);
}

function unlessZero(fen: Fen): string | undefined {
  return fen === 0n ? undefined : fen.toString();
}
