import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'parties',
  name: { zh: '企业与灵工', en: 'Enterprises and workers' },
  sql: `SELECT (SELECT count(*) FROM public.enterprises WHERE state = 'active') AS enterprises_active,
       (SELECT count(*) FROM public.enterprises WHERE submitted_at >= period.start_utc AND submitted_at < period.end_utc) AS enterprises_applied,
       (SELECT count(*) FROM public.enterprises WHERE state = 'suspended') AS enterprises_suspended,
       (SELECT count(*) FROM public.workers WHERE state = 'active') AS workers_active,
       (SELECT count(*) FROM public.workers WHERE registered_at >= period.start_utc AND registered_at < period.end_utc) AS workers_registered`,
  figures: [
    { key: 'enterprises-active', name: { zh: '合作中企业', en: 'Enterprises active' }, unit: 'count' },
    { key: 'enterprises-applied', name: { zh: '入驻申请', en: 'Applications' }, unit: 'count' },
    { key: 'enterprises-suspended', name: { zh: '已暂停企业', en: 'Enterprises suspended' }, unit: 'count' },
    { key: 'workers-active', name: { zh: '活跃灵工', en: 'Workers active' }, unit: 'count' },
    { key: 'workers-registered', name: { zh: '新登记灵工', en: 'Workers registered' }, unit: 'count' },
  ],
};
