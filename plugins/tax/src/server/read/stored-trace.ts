import { z } from 'zod';
import { exactYuan, type PaymentTrace } from '../../domain';

const fenText = z.string().regex(/^-?\d+$/);

/**
 * The numbers of a payment's own trace that a record has no column for (`tax_records.trace`). Amounts are fen as text. The
 * months before the payment are not repeated in every record: they are read from the records before it.
 */
export const storedTraceSchema = z.object({
  cumulativeIncomeFen: fenText,
  exemptFen: fenText,
  deductionFen: fenText,
  otherDeductionFen: fenText,
  taxableExact: z.string(),
  reliefFen: fenText,
  withheldBeforeFen: fenText,
  specialInvoice: z.boolean(),
  comparedGrossFen: fenText,
  otherSalesFen: fenText,
  salesFen: fenText,
  thresholdFen: fenText.nullable(),
  reached: z.boolean(),
  vatRate: fenText,
});
export type StoredTrace = z.infer<typeof storedTraceSchema>;

export function storedTrace({ payment, rules, vat, incomeTax }: PaymentTrace): StoredTrace {
  const files = payment.vat.role === 'platform-files';
  const threshold = files ? rules.vat.monthThreshold : rules.vat.transactionThreshold;
  return {
    cumulativeIncomeFen: incomeTax.cumulativeIncomeFen.toString(),
    exemptFen: incomeTax.exemptFen.toString(),
    deductionFen: incomeTax.deductionFen.toString(),
    otherDeductionFen: incomeTax.otherDeductionFen.toString(),
    taxableExact: exactYuan(incomeTax.taxable, incomeTax.scale),
    reliefFen: incomeTax.reliefFen.toString(),
    withheldBeforeFen: incomeTax.withheldBeforeFen.toString(),
    specialInvoice: payment.vat.specialInvoice === true,
    comparedGrossFen: (files ? vat.month.grossFen : payment.grossFen).toString(),
    otherSalesFen: (files ? vat.month.otherSalesFen : 0n).toString(),
    salesFen: vat.salesFen.toString(),
    thresholdFen: payment.vat.role === 'self' ? null : (threshold?.salesFen ?? 0n).toString(),
    reached: vat.reached,
    vatRate: rules.vat.rate.toString(),
  };
}
