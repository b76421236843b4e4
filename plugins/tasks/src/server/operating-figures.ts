import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'tasks',
  name: { zh: '任务', en: 'Tasks' },
  sql: `SELECT (SELECT count(*) FROM public.tasks WHERE submitted_at >= period.start_utc AND submitted_at < period.end_utc) AS submitted,
       (SELECT count(*) FROM public.tasks WHERE opened_at >= period.start_utc AND opened_at < period.end_utc) AS published,
       (SELECT count(*) FROM public.engagements WHERE accepted_at >= period.start_utc AND accepted_at < period.end_utc) AS accepted,
       (SELECT count(*) FROM public.engagements WHERE cancelled_at >= period.start_utc AND cancelled_at < period.end_utc) AS cancelled`,
  figures: [
    { key: 'submitted', name: { zh: '提交审核', en: 'Submitted' }, unit: 'count' },
    { key: 'published', name: { zh: '发布任务', en: 'Published' }, unit: 'count' },
    { key: 'accepted', name: { zh: '验收承揽', en: 'Engagements accepted' }, unit: 'count' },
    { key: 'cancelled', name: { zh: '取消承揽', en: 'Engagements cancelled' }, unit: 'count' },
  ],
};
