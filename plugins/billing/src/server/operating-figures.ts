import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'billing',
  name: { zh: '计费', en: 'Billing' },
  sql: `SELECT count(*) FILTER (WHERE issued_at >= period.start_at AND issued_at < period.end_at) AS bills_issued,
       coalesce(sum(total_fen) FILTER (WHERE issued_at >= period.start_at AND issued_at < period.end_at), 0)::bigint AS billed,
       count(*) FILTER (WHERE state = 'open') AS bills_open
  FROM billing.bills`,
  figures: [
    { key: 'bills-issued', name: { zh: '开出账单', en: 'Bills issued' }, unit: 'count' },
    { key: 'billed', name: { zh: '账单金额', en: 'Billed' }, unit: 'fen' },
    { key: 'bills-open', name: { zh: '未结清账单', en: 'Bills open' }, unit: 'count' },
  ],
};
