import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'access',
  name: { zh: '账号与权限', en: 'Accounts and rights' },
  sql: `SELECT (SELECT count(*) FROM access.sessions WHERE started_at >= period.start_at AND started_at < period.end_at) AS sessions,
       (SELECT count(*) FROM access.approvals WHERE asked_at >= period.start_at AND asked_at < period.end_at) AS approvals_asked,
       (SELECT count(*) FROM access.approvals WHERE state = 'expired' AND ended_at >= period.start_at AND ended_at < period.end_at) AS approvals_expired,
       (SELECT count(*) FROM access.elevations WHERE from_at >= period.start_at AND from_at < period.end_at) AS elevations,
       (SELECT count(*) FROM access.elevations WHERE until_at >= period.start_at AND until_at < period.end_at AND reviewed_at IS NULL) AS elevations_unreviewed`,
  figures: [
    { key: 'sessions', name: { zh: '登录次数', en: 'Sign-ins' }, unit: 'count' },
    { key: 'approvals-asked', name: { zh: '提交审批', en: 'Approvals asked' }, unit: 'count' },
    {
      key: 'approvals-expired',
      name: { zh: '逾期失效的审批', en: 'Approvals that expired' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
    { key: 'elevations', name: { zh: '提权次数', en: 'Elevations' }, unit: 'count' },
    {
      key: 'elevations-unreviewed',
      name: { zh: '未核查的提权', en: 'Elevations not reviewed' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
