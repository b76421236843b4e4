import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'continuity',
  name: { zh: '备份与核查', en: 'Backups and audits' },
  sql: `SELECT (SELECT count(*) FROM continuity.backups WHERE started_at >= period.start_at AND started_at < period.end_at AND state IN ('good', 'removed')) AS backups,
       (SELECT count(*) FROM continuity.backups WHERE started_at >= period.start_at AND started_at < period.end_at AND state = 'failed') AS backups_failed,
       (SELECT count(*) FROM continuity.drills WHERE started_at >= period.start_at AND started_at < period.end_at AND state = 'passed') AS drills,
       (SELECT count(*) FROM continuity.findings WHERE state IN ('open', 'recurring')) AS findings_open`,
  figures: [
    { key: 'backups', name: { zh: '完成备份', en: 'Backups' }, unit: 'count', target: { kind: 'at-least', value: 20 } },
    {
      key: 'backups-failed',
      name: { zh: '失败备份', en: 'Backups that failed' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
    {
      key: 'drills',
      name: { zh: '恢复演练通过', en: 'Restore drills passed' },
      unit: 'count',
      target: { kind: 'at-least', value: 1 },
    },
    {
      key: 'findings-open',
      name: { zh: '未处理的审计发现', en: 'Findings open' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
