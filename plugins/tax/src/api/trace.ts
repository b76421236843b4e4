import { z } from 'zod';
import { dayText, fenOutput } from '@linggong/access/api';
import { rateText } from '@linggong/core/domain';
import { traceText, type TraceEntry } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const rate = z.string().meta({ description: '税率 · rate as decimal text' });
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** How the VAT of a payment came about. */
export const vatTraceEntry = z.strictObject({
  kind: z.literal('vat'),
  paidOn: dayText,
  role: z.enum(['platform-files', 'payer-withholds', 'self']),
  grossFen: fenOutput,
  comparedGrossFen: fenOutput,
  otherSalesFen: fenOutput,
  salesFen: fenOutput,
  thresholdFen: fenOutput.nullable(),
  reached: z.boolean(),
  rate,
  vatFen: fenOutput,
  urbanMaintenanceFen: fenOutput,
  educationFen: fenOutput,
  localEducationFen: fenOutput,
  article: text2.nullable(),
  text: text2,
});

/** One line of the income tax table: a past month, earlier payments of the month, or the payment itself. */
export const incomeTaxTraceEntry = z.strictObject({
  kind: z.enum(['month', 'earlier-in-month', 'payment']),
  month,
  run: z.int(),
  months: z.int(),
  incomeFen: fenOutput,
  cumulativeIncomeFen: fenOutput,
  expenseFen: fenOutput,
  exemptFen: fenOutput,
  deductionFen: fenOutput,
  otherDeductionFen: fenOutput,
  taxableFen: fenOutput,
  taxableExact: z.string().meta({ description: '取整前的应纳税所得额（元） · taxable income in yuan before rounding' }),
  rate,
  quickFen: fenOutput,
  reliefFen: fenOutput,
  cumulativeTaxFen: fenOutput,
  withheldBeforeFen: fenOutput,
  correctionFen: fenOutput,
  withheldFen: fenOutput,
  article: text2,
  text: text2,
});

/** The table that a tax officer checks with a calculator; `text` says each line as a sentence. */
export const taxTrace = z
  .array(z.union([vatTraceEntry, incomeTaxTraceEntry]))
  .meta({ id: 'TaxTrace', description: '计税过程 · how the tax came about, line by line' });
export type TaxTraceAnswer = z.input<typeof taxTrace>;

/** What every answer with a trace has: the trace, and whether it is kept from this reader. */
export const traceFields = {
  trace: taxTrace,
  traceHidden: z.boolean().meta({
    description:
      '为真时不显示计税过程：税款按全平台累计预扣，含该灵工从其他企业取得的收入 · true: the trace is withheld, for the tax is cumulative over all payers on the platform and would tell what others paid',
  }),
};

/** A trace as it was read for somebody. */
export function traceFieldsOf({ entries, hidden }: { entries: readonly TraceEntry[]; hidden: boolean }): {
  trace: TaxTraceAnswer;
  traceHidden: boolean;
} {
  return { trace: traceAnswer(entries), traceHidden: hidden };
}

/** The domain's trace as it is answered: rates as text, each line also in words. */
export function traceAnswer(entries: readonly TraceEntry[]): TaxTraceAnswer {
  const chinese = traceText(entries, 'zh');
  const english = traceText(entries, 'en');
  return entries.map((entry, index) => ({
    ...entry,
    rate: rateText(entry.rate),
    text: { zh: chinese[index] ?? '', en: english[index] ?? '' },
  }));
}
