import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'real-name',
  name: { zh: '实名核验', en: 'Real-name verification' },
  sql: `SELECT count(*) AS checks, count(*) FILTER (WHERE outcome = 'match') * 10000 / nullif(count(*), 0) AS pass_rate,
       count(*) FILTER (WHERE outcome = 'error') * 10000 / nullif(count(*), 0) AS error_rate
  FROM real_name.published_checks WHERE checked_at >= period.start_at AND checked_at < period.end_at`,
  figures: [
    { key: 'checks', name: { zh: '核验次数', en: 'Checks' }, unit: 'count' },
    { key: 'pass-rate', name: { zh: '通过率', en: 'Share that match' }, unit: 'basis-points' },
    {
      key: 'error-rate',
      name: { zh: '无法核验的比例', en: 'Share that could not be made' },
      unit: 'basis-points',
      target: { kind: 'at-most', value: 500 },
    },
  ],
};
