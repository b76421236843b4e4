import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'settlement',
  name: { zh: '结算', en: 'Settlement' },
  sql: `SELECT (SELECT count(*) FROM public.settlement_batches WHERE uploaded_at >= period.start_utc AND uploaded_at < period.end_utc) AS batches,
       (SELECT count(*) FROM public.settlement_batches WHERE completed_at >= period.start_utc AND completed_at < period.end_utc) AS batches_completed,
       (SELECT (extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY completed_at - confirmed_at)) / 3600)::bigint
          FROM public.settlement_batches WHERE completed_at >= period.start_utc AND completed_at < period.end_utc AND confirmed_at IS NOT NULL) AS hours_to_pay,
       count(*) FILTER (WHERE o.paid_at >= period.start_utc AND o.paid_at < period.end_utc) AS orders_paid,
       coalesce(sum(o.amount_fen) FILTER (WHERE o.paid_at >= period.start_utc AND o.paid_at < period.end_utc), 0)::bigint AS paid,
       count(*) FILTER (WHERE o.failed_at >= period.start_utc AND o.failed_at < period.end_utc) AS orders_failed,
       count(*) FILTER (WHERE o.returned_at >= period.start_utc AND o.returned_at < period.end_utc) AS orders_returned
  FROM public.orders o`,
  figures: [
    { key: 'batches', name: { zh: '结算批次', en: 'Batches' }, unit: 'count' },
    { key: 'batches-completed', name: { zh: '完成批次', en: 'Batches completed' }, unit: 'count' },
    {
      key: 'hours-to-pay',
      name: { zh: '确认到完成（中位数）', en: 'Confirmed to completed, median' },
      unit: 'hours',
      target: { kind: 'at-most', value: 24 },
    },
    { key: 'orders-paid', name: { zh: '已付订单', en: 'Orders paid' }, unit: 'count' },
    { key: 'paid', name: { zh: '发放金额', en: 'Paid' }, unit: 'fen' },
    { key: 'orders-failed', name: { zh: '失败订单', en: 'Orders that failed' }, unit: 'count' },
    { key: 'orders-returned', name: { zh: '退汇订单', en: 'Orders returned' }, unit: 'count' },
  ],
};
