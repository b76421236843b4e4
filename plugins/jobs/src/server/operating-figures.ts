import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'jobs',
  name: { zh: '后台任务', en: 'Jobs' },
  sql: `SELECT count(*) FILTER (WHERE finished_at >= period.start_at AND finished_at < period.end_at) AS runs,
       count(*) FILTER (WHERE state = 'failed' AND finished_at >= period.start_at AND finished_at < period.end_at) AS failed,
       count(*) FILTER (WHERE state = 'failed' AND finished_at >= period.start_at AND finished_at < period.end_at) * 10000 / nullif(count(*) FILTER (WHERE finished_at >= period.start_at AND finished_at < period.end_at), 0) AS failure_rate,
       (SELECT count(*) FROM jobs.outbox WHERE failed_at IS NOT NULL) AS deliveries_failed
  FROM jobs.runs`,
  figures: [
    { key: 'runs', name: { zh: '执行次数', en: 'Runs' }, unit: 'count' },
    { key: 'failed', name: { zh: '失败次数', en: 'Of them failed' }, unit: 'count' },
    {
      key: 'failure-rate',
      name: { zh: '失败率', en: 'Share that failed' },
      unit: 'basis-points',
      target: { kind: 'at-most', value: 100 },
    },
    {
      key: 'deliveries-failed',
      name: { zh: '投递失败的事件', en: 'Events not delivered' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
