import { clause, document, pages, type Control } from './control';

/** 8.1.4.3 安全审计. */
export const auditingControls: readonly Control[] = [
  {
    number: 12,
    clause: clause('8.1.4.3 a)'),
    name: { zh: '审计覆盖每个用户的重要操作与安全事件', en: 'Audit covers every user, act and event' },
    how: {
      zh: '每次写入在同一事务内留下审计记录；登录、拒绝、导出与监管查看亦然。',
      en: 'Every write leaves an entry in its own transaction; so do sign-ins, refusals, exports and the looks of the regulator.',
    },
    evidence: [pages.entries, document('plugins/audit/README.md')],
    checks: ['session-entries', 'write-coverage'],
  },
  {
    number: 13,
    clause: clause('8.1.4.3 b)'),
    name: { zh: '记录日期、用户、事件类型、是否成功等', en: 'Date, user, kind of event, success and more' },
    how: {
      zh: '记录含时间、操作人与角色、地址、会话、操作、对象、结果、变更前后（脱敏）、理由与审批单。',
      en: 'An entry has instant, actor and role, address, session, action, object, outcome, both states (masked), reason and approval.',
    },
    evidence: [pages.entries],
    checks: ['entry-fields'],
  },
  {
    number: 14,
    clause: clause('8.1.4.3 c)'),
    name: { zh: '审计记录受保护并定期备份', en: 'Entries are protected and backed up' },
    how: {
      zh: '触发器拒绝任何修改与删除；记录成链封存，每日根签名导出，并随数据库备份。',
      en: 'Triggers refuse every change; entries are chained and sealed, each day’s root is signed and exported, and all of it is in the backups.',
    },
    evidence: [pages.chain, pages.backups],
    checks: ['audit-guard', 'chain'],
  },
  {
    number: 15,
    clause: clause('8.1.4.3 d)'),
    name: { zh: '审计进程不被未授权中断', en: 'The audit process cannot be stopped' },
    how: {
      zh: '记录写在业务事务之内，无法单独停用；封存超过十秒即告警；旁证从预写日志另行读取。',
      en: 'Entries are part of the business transaction and cannot be switched off; a seal later than ten seconds is an alarm; the witness reads the write-ahead log apart.',
    },
    evidence: [pages.chain, pages.findings],
    checks: ['seal', 'witness'],
  },
  {
    number: 16,
    clause: { zh: '《网络安全法》第二十三条（三）', en: 'Cybersecurity Law art. 23 (3)' },
    name: { zh: '日志留存不少于六个月', en: 'Logs are kept for six months at least' },
    how: {
      zh: '审计记录按月分区，六个月内始终在线；没有任何角色可以删除。',
      en: 'Entries are partitioned by month and stay online for six months at least; no role can delete them.',
    },
    evidence: [pages.entries, document('plugins/audit/README.md')],
    checks: ['log-months'],
  },
];
