import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'channels',
  name: { zh: '付款渠道', en: 'Channels' },
  sql: `SELECT count(*) FILTER (WHERE sent_at >= period.start_utc AND sent_at < period.end_utc) AS payouts_sent,
       count(*) FILTER (WHERE settled_at >= period.start_utc AND settled_at < period.end_utc) AS payouts_settled,
       count(*) FILTER (WHERE returned_at >= period.start_utc AND returned_at < period.end_utc) AS payouts_returned,
       count(*) FILTER (WHERE rejected_at >= period.start_utc AND rejected_at < period.end_utc) AS payouts_rejected,
       count(*) FILTER (WHERE rejected_at >= period.start_utc AND rejected_at < period.end_utc OR returned_at >= period.start_utc AND returned_at < period.end_utc) * 10000 / nullif(count(*) FILTER (WHERE sent_at >= period.start_utc AND sent_at < period.end_utc), 0) AS failure_rate,
       (SELECT count(*) FROM channels.unmatched_answers WHERE resolved_at IS NULL) AS unmatched_open
  FROM public.payouts`,
  figures: [
    { key: 'payouts-sent', name: { zh: '发出付款', en: 'Payments sent' }, unit: 'count' },
    { key: 'payouts-settled', name: { zh: '付款成功', en: 'Payments settled' }, unit: 'count' },
    { key: 'payouts-returned', name: { zh: '退汇', en: 'Payments returned' }, unit: 'count' },
    { key: 'payouts-rejected', name: { zh: '拒绝', en: 'Payments rejected' }, unit: 'count' },
    {
      key: 'failure-rate',
      name: { zh: '失败与退汇率', en: 'Share that failed or came back' },
      unit: 'basis-points',
      target: { kind: 'at-most', value: 200 },
    },
    {
      key: 'unmatched-open',
      name: { zh: '未匹配的回盘', en: 'Answers not matched' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
