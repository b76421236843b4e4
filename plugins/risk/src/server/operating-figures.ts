import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'risk',
  name: { zh: '风控', en: 'Risk' },
  sql: `SELECT (SELECT count(*) FROM risk.cases WHERE opened_at >= period.start_at AND opened_at < period.end_at) AS cases_opened,
       (SELECT count(*) FROM risk.cases WHERE closed_at >= period.start_at AND closed_at < period.end_at) AS cases_closed,
       (SELECT count(*) FROM risk.cases WHERE state <> 'closed' AND due_at < period.end_at) AS cases_late,
       (SELECT count(*) FROM risk.cases WHERE closed_at >= period.start_at AND closed_at < period.end_at AND outcome = 'false-alarm') * 10000
         / nullif((SELECT count(*) FROM risk.cases WHERE closed_at >= period.start_at AND closed_at < period.end_at), 0) AS false_alarm_rate,
       (SELECT count(*) FROM risk.measures WHERE taken_at >= period.start_at AND taken_at < period.end_at) AS measures_taken,
       (SELECT count(*) FROM risk.inspections WHERE drawn_at >= period.start_at AND drawn_at < period.end_at) AS inspections`,
  figures: [
    { key: 'cases-opened', name: { zh: '当月立案', en: 'Cases opened in the month' }, unit: 'count' },
    { key: 'cases-closed', name: { zh: '当月办结', en: 'Cases closed in the month' }, unit: 'count' },
    {
      key: 'cases-late',
      name: { zh: '逾期未办结', en: 'Cases past their clock' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
    {
      key: 'false-alarm-rate',
      name: { zh: '当月办结的误报率', en: 'False alarms among those closed' },
      unit: 'basis-points',
    },
    { key: 'measures-taken', name: { zh: '当月采取的措施', en: 'Measures taken in the month' }, unit: 'count' },
    {
      key: 'inspections',
      name: { zh: '当月抽查', en: 'Inspections drawn in the month' },
      unit: 'count',
      target: { kind: 'at-least', value: 1 },
    },
  ],
};
