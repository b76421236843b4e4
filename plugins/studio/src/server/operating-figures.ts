import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'studio',
  name: { zh: '配置中心', en: 'Configurations' },
  sql: `SELECT (SELECT count(*) FROM studio.versions WHERE state = 'in-force') AS in_force,
       (SELECT count(*) FROM studio.versions WHERE in_force_from >= period.start_at AND in_force_from < period.end_at) AS taken_effect,
       (SELECT count(*) FROM studio.versions WHERE state = 'rolled-back' AND moved_at >= period.start_at AND moved_at < period.end_at) AS rolled_back,
       (SELECT count(*) FROM studio.configurations WHERE review_by < period.after_day) AS reviews_overdue`,
  figures: [
    { key: 'in-force', name: { zh: '生效中的配置', en: 'Configurations in force' }, unit: 'count' },
    { key: 'taken-effect', name: { zh: '本月生效的版本', en: 'Versions that took effect' }, unit: 'count' },
    { key: 'rolled-back', name: { zh: '回退的版本', en: 'Versions rolled back' }, unit: 'count' },
    {
      key: 'reviews-overdue',
      name: { zh: '复审逾期的配置', en: 'Configurations whose review is overdue' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
