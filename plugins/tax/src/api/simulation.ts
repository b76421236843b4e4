import { z } from 'zod';
import { dayText, fenInput, fenOutput } from '@linggong/access/api';
import { parseRate, rateText, FEN_MAX } from '@linggong/core/domain';
import type { Payment, RegimeChoice, Simulation, VatTerms } from '../domain';
import { taxTrace, traceAnswer } from './trace';
import type { TraceEntry } from '../domain';

const PAYMENTS_MAX = 1_000;

const rate = z
  .string()
  .refine((text) => parseRate(text) !== undefined, {
    params: { zh: '应为小数，如 "0.07"', en: 'must be a decimal such as "0.07"' },
  })
  .transform((text) => parseRate(text) ?? 0n)
  .meta({ description: '税率 · rate as decimal text' });

const vat = z.strictObject({
  role: z.enum(['platform-files', 'payer-withholds', 'self']).meta({
    description: '代办申报（按月起征点）、代扣代缴（按次起征点）、自行申报 · who declares the VAT',
  }),
  urbanMaintenanceRate: z
    .enum(['0.07', '0.05', '0.01'])
    .default('0.07')
    .meta({ description: '城建税税率 · urban maintenance rate' }),
  specialInvoice: z.boolean().optional().meta({ description: '开具专用发票 · a special invoice is wanted' }),
});

const payment = z.strictObject({
  paidOn: dayText,
  grossFen: z
    .int()
    .min(1)
    .max(Number(FEN_MAX))
    .transform(BigInt)
    .meta({ description: '应发金额（含税，分） · gross in fen, VAT included' }),
  exemptFen: fenInput.optional(),
  otherDeductionFen: fenInput.optional(),
  reliefFen: fenInput.optional(),
  vat: vat.optional().meta({ description: '只用于本笔 · for this payment only' }),
});

/** Body of `POST /tax/simulations`. Payments are taken in the order given; dates must not go back. */
export const simulationRequest = z.strictObject({
  regime: z
    .enum([
      'platform-labor',
      'labor-per-payment',
      'business-income',
      'assessed-income-rate',
      'assessed-tax-rate',
      'non-resident-labor',
    ])
    .default('platform-labor'),
  gapPolicy: z.enum(['reset', 'income-months', 'calendar']).optional(),
  occurrence: z.enum(['payment', 'month']).optional().meta({ description: '按次或按月 · what one time is' }),
  assessedRate: rate.optional().meta({ description: '应税所得率或核定征收率 · assessed rate' }),
  individualBusiness: z.boolean().optional().meta({ description: '个体工商户 · individual business' }),
  vat,
  payments: z.array(payment).min(1).max(PAYMENTS_MAX),
  trace: z.boolean().default(true).meta({ description: '是否返回计税过程 · false leaves the traces empty' }),
});
export type SimulationRequest = z.output<typeof simulationRequest>;

const simulatedPayment = z.strictObject({
  paidOn: dayText,
  grossFen: fenOutput,
  vatFen: fenOutput,
  urbanMaintenanceFen: fenOutput,
  educationFen: fenOutput,
  localEducationFen: fenOutput,
  incomeFen: fenOutput,
  months: z.int(),
  rate: z.string(),
  incomeTaxFen: fenOutput,
  netFen: fenOutput,
  taxReceivableFen: fenOutput,
  trace: taxTrace,
});

export const simulationAnswer = z.strictObject({
  payments: z.array(simulatedPayment),
  totals: z.strictObject({
    grossFen: fenOutput,
    vatFen: fenOutput,
    surchargesFen: fenOutput,
    incomeTaxFen: fenOutput,
    netFen: fenOutput,
  }),
});
export type SimulationAnswer = z.input<typeof simulationAnswer>;

export function choiceOf(request: SimulationRequest): RegimeChoice {
  const { regime, gapPolicy, occurrence, assessedRate, individualBusiness } = request;
  return {
    regime,
    ...(gapPolicy === undefined ? {} : { gapPolicy }),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(assessedRate === undefined ? {} : { assessedRate }),
    ...(individualBusiness === undefined ? {} : { individualBusiness }),
  };
}

export function paymentsOf(request: SimulationRequest): Payment[] {
  const shared = vatTerms(request.vat);
  return request.payments.map(({ vat: own, paidOn, grossFen, exemptFen, otherDeductionFen, reliefFen }) => ({
    paidOn,
    grossFen,
    vat: own ? vatTerms(own) : shared,
    exemptFen: exemptFen ?? 0n,
    otherDeductionFen: otherDeductionFen ?? 0n,
    reliefFen: reliefFen ?? 0n,
  }));
}

function vatTerms({ role, urbanMaintenanceRate, specialInvoice }: SimulationRequest['vat']): VatTerms {
  return {
    role,
    urbanMaintenanceRate: parseRate(urbanMaintenanceRate) ?? 0n,
    specialInvoice: specialInvoice ?? false,
  };
}

/** The answer, with a trace for each payment or none. */
export function simulationAnswerOf(
  simulation: Simulation,
  traces: readonly (readonly TraceEntry[])[],
): SimulationAnswer {
  return {
    payments: simulation.payments.map(({ result, trace }, index) => ({
      paidOn: trace.payment.paidOn,
      grossFen: result.grossFen,
      vatFen: result.vatFen,
      urbanMaintenanceFen: result.urbanMaintenanceFen,
      educationFen: result.educationFen,
      localEducationFen: result.localEducationFen,
      incomeFen: result.incomeFen,
      months: result.months,
      rate: rateText(result.rate),
      incomeTaxFen: result.incomeTaxFen,
      netFen: result.netFen,
      taxReceivableFen: result.taxReceivableFen,
      trace: traceAnswer(traces[index] ?? []),
    })),
    totals: { ...simulation.totals },
  };
}
