import type { Fen } from '@linggong/core/domain';
import { z } from 'zod';
import { exactYuan, type PaymentTrace } from '../../domain';

/** City rate (市区 7 %), which most payments are charged by: left out. */
export const CITY_RATE = '70000';
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
  /** The payment's own sales, where it was compared together with others of its day. */
  ownSalesFen: fenText.optional(),
  urbanRate: fenText.default(CITY_RATE),
  thresholdFen: fenText.nullable(),
  reached: z.boolean().default(false),
  vatRate: fenText,
});
export type StoredTrace = z.output<typeof storedTraceSchema>;

/** JSON of the trace. Zeros and noes are left out: a batch writes a hundred thousand of them. */
export function storedTrace({ payment, rules, vat, incomeTax }: PaymentTrace): string {
  const files = payment.vat.role === 'platform-files';
  const threshold = files ? rules.vat.monthThreshold : rules.vat.transactionThreshold;
  const urbanRate = payment.vat.urbanMaintenanceRate.toString();
  const trace: z.input<typeof storedTraceSchema> = {
    cumulativeIncomeFen: incomeTax.cumulativeIncomeFen.toString(),
    exemptFen: unlessZero(incomeTax.exemptFen),
    deductionFen: unlessZero(incomeTax.deductionFen),
    otherDeductionFen: unlessZero(incomeTax.otherDeductionFen),
    taxableExact: exactYuan(incomeTax.taxable, incomeTax.scale),
    reliefFen: unlessZero(incomeTax.reliefFen),
    withheldBeforeFen: unlessZero(incomeTax.withheldBeforeFen),
    specialInvoice: payment.vat.specialInvoice === true || undefined,
    comparedGrossFen: vat.comparedGrossFen.toString(),
    otherSalesFen: files ? unlessZero(vat.month.otherSalesFen) : undefined,
    salesFen: vat.salesFen.toString(),
    ownSalesFen: files || vat.ownSalesFen === vat.salesFen ? undefined : vat.ownSalesFen.toString(),
    urbanRate: urbanRate === CITY_RATE ? undefined : urbanRate,
    thresholdFen: payment.vat.role === 'self' ? null : (threshold?.salesFen ?? 0n).toString(),
    reached: vat.reached || undefined,
    vatRate: rules.vat.rate.toString(),
  };
  return JSON.stringify(trace);
}

function unlessZero(fen: Fen): string | undefined {
  return fen === 0n ? undefined : fen.toString();
}
