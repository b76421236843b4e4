import type { Consumer, Json, Seed } from '@linggong/studio';
import { INITIAL_TABLES } from '../../domain';
import { judgeParameters } from './judge-parameters';
import { contentOf } from './parameter-content';

/** Key of the parameters that taxes are computed with (计税参数). */
export const PARAMETERS_KEY = 'tax.parameters';

const expects = (name: string, day: string, parameter: string, value: Json) => ({
  name,
  input: { day, parameter },
  expect: { value },
});

/** The law as the product starts with it, by date and with where it is written (domain.md sections 1 and 2). */
export const parameterSeed: Seed = {
  kind: 'tax-parameters',
  key: PARAMETERS_KEY,
  name: { zh: '计税参数', en: 'Tax parameters' },
  description: {
    zh: '税率、减除、起征点与附加，按日期取值并注明依据；每笔付款按付款日的取值计税，已过日期的取值不能更改。',
    en: 'Rates, deductions, thresholds and surcharges by date, with where they are written. A payment is taxed by the values of its day; those of days gone by cannot be changed.',
  },
  // Content of the kind is JSON; its type only says so in more words.
  content: JSON.parse(JSON.stringify(contentOf(INITIAL_TABLES))) as Json,
  cases: [
    expects('互联网平台累计减除费用每月五千元', '2026-03-10', 'monthlyDeductionFen', {
      type: 'amount',
      amountFen: 500_000,
    }),
    expects('2026 年小规模纳税人减按百分之一', '2026-06-30', 'vatReliefRate', { type: 'rate', rate: '0.01' }),
    expects('2026 年按月起征点达到即征', '2026-01-01', 'vatMonthThreshold', {
      ...{ type: 'threshold', salesFen: 10_000_000, edge: 'reached' },
    }),
    expects('2025 年按月起征点超过才征', '2025-12-31', 'vatMonthThreshold', {
      ...{ type: 'threshold', salesFen: 10_000_000, edge: 'exceeded' },
    }),
    expects('2028 年尚无减按征收率', '2028-01-01', 'vatReliefRate', null),
  ],
};

/** Who is configured by it: the engine, which judges a draft beside what is law now. */
export const parameterConsumer: Consumer = {
  kind: 'tax-parameters',
  key: PARAMETERS_KEY,
  name: {
    zh: '代扣代缴计税：报价、确认、更正与完税记录',
    en: 'Withholding: quotes, confirmations, corrections and records',
  },
  judge: judgeParameters,
};
