import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'audit',
  name: { zh: '审计', en: 'Audit log' },
  sql: `SELECT (SELECT count(*) FROM audit.published_entries WHERE at >= period.start_at AND at < period.end_at) AS entries,
       (SELECT count(*) FROM audit.published_entries WHERE at >= period.start_at AND at < period.end_at AND outcome = 'refused') AS refused,
       (SELECT count(*) FROM audit.published_verifications WHERE finished_at >= period.start_at AND finished_at < period.end_at) AS verifications,
       (SELECT count(*) FROM audit.published_verifications WHERE finished_at >= period.start_at AND finished_at < period.end_at AND NOT ok) AS verifications_failed`,
  figures: [
    { key: 'entries', name: { zh: '审计记录', en: 'Entries' }, unit: 'count' },
    { key: 'refused', name: { zh: '被拒绝的操作', en: 'Operations refused' }, unit: 'count' },
    {
      key: 'verifications',
      name: { zh: '链校验次数', en: 'Verifications of the chain' },
      unit: 'count',
      target: { kind: 'at-least', value: 1 },
    },
    {
      key: 'verifications-failed',
      name: { zh: '校验未通过', en: 'Of them failed' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
