import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'tax',
  name: { zh: '税务', en: 'Tax' },
  sql: `SELECT (SELECT count(*) FROM public.tax_records WHERE tax_day >= period.from_day AND tax_day < period.after_day AND state = 'paid') AS records,
       (SELECT coalesce(sum(income_tax_fen), 0)::bigint FROM public.tax_records WHERE tax_day >= period.from_day AND tax_day < period.after_day AND state = 'paid') AS income_tax,
       (SELECT count(*) FROM tax.corrections WHERE at >= period.start_at AND at < period.end_at) AS corrections,
       (SELECT count(*) FROM public.tax_periods WHERE due_on < period.after_day AND state IN ('open', 'closed')) AS periods_late`,
  figures: [
    { key: 'records', name: { zh: '税费记录', en: 'Tax records' }, unit: 'count' },
    { key: 'income-tax', name: { zh: '代扣个税', en: 'Income tax' }, unit: 'fen' },
    { key: 'corrections', name: { zh: '更正', en: 'Corrections' }, unit: 'count' },
    {
      key: 'periods-late',
      name: { zh: '逾期未申报的申报期', en: 'Periods not filed in time' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
