import { z } from 'zod';
import { fenOutput, idNumber, idText } from '@linggong/access/api';
import { incomeTaxTraceEntry } from './trace';

/** `GET /workers/{id}/tax-years/{year}`. */
export const taxYearParams = z.strictObject({
  id: idText,
  year: z
    .string()
    .regex(/^20\d{2}$/)
    .transform(Number)
    .meta({ description: '纳税年度 · tax year' }),
});

const taxMonth = z.strictObject({
  month: z.string(),
  payments: z.int(),
  grossFen: fenOutput,
  vatFen: fenOutput,
  surchargeFen: fenOutput,
  incomeTaxFen: fenOutput,
  netFen: fenOutput,
  /** The line of the withholding return: how the month's tax came about. */
  line: incomeTaxTraceEntry,
});

/** Year to date of one worker in one cumulation group under one regime. */
const taxYearAccount = z.strictObject({
  groupCode: z.string(),
  groupName: z.strictObject({ zh: z.string(), en: z.string() }),
  regime: z.string(),
  months: z.array(taxMonth),
  totals: z.strictObject({
    payments: z.int(),
    grossFen: fenOutput,
    vatFen: fenOutput,
    surchargeFen: fenOutput,
    incomeFen: fenOutput,
    incomeTaxFen: fenOutput,
    netFen: fenOutput,
  }),
  /** Outstanding today, whatever the year. */
  taxReceivableFen: fenOutput,
  refundDueFen: fenOutput,
});

/** Highest income of 12 consecutive months that end in the year; `mustGuide`: above the limit (公告2025年第16号). */
const twelveMonths = z.strictObject({
  throughMonth: z.string(),
  grossFen: fenOutput,
  limitFen: fenOutput,
  mustGuide: z.boolean().meta({ description: '须引导办理经营主体登记 · must be guided to register as a business' }),
});

export const taxYearAnswer = z.strictObject({
  workerId: idNumber,
  year: z.int(),
  accounts: z.array(taxYearAccount),
  /** Null where nothing was paid, or no limit is in force. */
  twelveMonths: twelveMonths.nullable(),
});
export type TaxYearAnswer = z.input<typeof taxYearAnswer>;
