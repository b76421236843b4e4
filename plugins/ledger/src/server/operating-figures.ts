import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'ledger',
  name: { zh: '账务', en: 'Ledger' },
  sql: `SELECT (SELECT count(*) FROM ledger.transactions WHERE occurred_at >= period.start_at AND occurred_at < period.end_at) AS transactions,
       (SELECT count(*) FROM ledger.transactions WHERE occurred_at >= period.start_at AND occurred_at < period.end_at AND reverses_key IS NOT NULL) AS reversed`,
  figures: [
    { key: 'transactions', name: { zh: '凭证数', en: 'Transactions' }, unit: 'count' },
    { key: 'reversed', name: { zh: '冲销数', en: 'Reversals' }, unit: 'count' },
  ],
};
