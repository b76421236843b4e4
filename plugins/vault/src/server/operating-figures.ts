import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'vault',
  name: { zh: '数据保护', en: 'Data protection' },
  sql: `SELECT (SELECT count(*) FROM vault.files WHERE stored_at >= period.start_at AND stored_at < period.end_at) AS files_kept,
       (SELECT count(*) FROM vault.unmaskings WHERE at >= period.start_at AND at < period.end_at) AS unmaskings,
       (SELECT count(*) FROM vault.data_requests WHERE received_at >= period.start_at AND received_at < period.end_at) AS requests,
       (SELECT count(*) FROM vault.data_requests WHERE due_on >= period.from_day AND due_on < period.after_day AND (ended_at IS NULL OR ended_at >= (due_on + 1) AT TIME ZONE 'Asia/Shanghai')) AS requests_late`,
  figures: [
    { key: 'files-kept', name: { zh: '存入文件', en: 'Files kept' }, unit: 'count' },
    { key: 'unmaskings', name: { zh: '查看明文次数', en: 'Looks at clear values' }, unit: 'count' },
    { key: 'requests', name: { zh: '个人信息请求', en: 'Requests of people' }, unit: 'count' },
    {
      key: 'requests-late',
      name: { zh: '逾期答复的请求', en: 'Requests answered late' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
