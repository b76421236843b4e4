import { clause, document, pages, type Control } from './control';

/** 8.1.4.9 备份恢复 to 8.1.5.4 集中管控, and the filing. */
export const continuityControls: readonly Control[] = [
  {
    number: 23,
    clause: clause('8.1.4.9 a)'),
    name: { zh: '本地备份与恢复测试', en: 'Local backup and restore test' },
    how: {
      zh: '每日在线备份并持续归档日志；每周恢复演练，重算账目、税额与审计链。',
      en: 'An online backup each day and the log all the time; a restore drill each week recomputes books, taxes and the audit chain.',
    },
    evidence: [pages.backups, document('plugins/continuity/README.md')],
    checks: ['backups'],
  },
  {
    number: 24,
    clause: clause('8.1.4.9 b)'),
    name: { zh: '异地实时备份', en: 'Off-site backup in real time' },
    how: {
      zh: '备份与日志加密后存入 S3 或另一磁盘（BACKUP_FOLDER、S3_BUCKET），滞后以分钟计。',
      en: 'Backups and log are sealed and kept in S3 or on another disk (BACKUP_FOLDER, S3_BUCKET), minutes behind.',
    },
    evidence: [pages.backups],
    checks: ['off-site'],
    needs: { zh: '存储所在地点（异地）的说明', en: 'Where the store stands: another place' },
  },
  {
    number: 25,
    clause: clause('8.1.4.9 c)'),
    name: { zh: '重要系统热冗余', en: 'Hot redundancy' },
    how: {
      zh: '服务与后台进程均可多台并行（LINGGONG_ROLE）；数据库备机由部署方提供。',
      en: 'Web and worker processes run side by side on several machines (LINGGONG_ROLE); the database’s standby is the operator’s.',
    },
    evidence: [document('database/README.md')],
    checks: ['redundancy'],
    needs: { zh: '数据库热备的部署与切换演练记录', en: 'A record of the database’s standby and of its last switch' },
  },
  {
    number: 26,
    clause: clause('8.1.4.10'),
    name: { zh: '剩余信息保护', en: 'Residual information' },
    how: {
      zh: '结束的会话立即失效，刷新令牌、质询与幂等答复到期清除；上传内容不落临时目录明文。',
      en: 'An ended session is dead at once; refresh tokens, challenges and kept answers are cleared in time; uploads never lie in clear in a temporary folder.',
    },
    evidence: [pages.sessions, pages.schedules],
    checks: ['residues'],
  },
  {
    number: 27,
    clause: clause('8.1.4.11'),
    name: { zh: '仅采集必需的个人信息，禁止未授权访问和使用', en: 'Only needed personal data; no unauthorised use' },
    how: {
      zh: '个人信息默认脱敏；取用明文须有理由并留痕；按类别规定保存期限。',
      en: 'Personal data are masked by default; reading them in clear takes a reason and leaves an entry; each kind has its term.',
    },
    evidence: [pages.entries, document('plugins/vault/README.md')],
    checks: ['personal-reads', 'retention'],
  },
  {
    number: 28,
    clause: clause('8.1.5.1–8.1.5.3'),
    name: { zh: '系统、审计、安全管理员三权分立', en: 'System, audit and security administrator apart' },
    how: {
      zh: '三类管理员各自鉴别、各自授权、全程审计；一人不得兼任两类；审计管理员不能删除。',
      en: 'Each of the three is authenticated, bound and audited by himself; nobody is two of them; the audit administrator cannot delete.',
    },
    evidence: [pages.accounts, pages.matrix],
    checks: ['three-roles', 'second-factor', 'audit-guard'],
  },
  {
    number: 29,
    clause: clause('8.1.5.4'),
    name: { zh: '集中管控：监测与日志分析', en: 'Central monitoring and analysis of logs' },
    how: {
      zh: '审计、任务、备份与健康状态集中在控制台；差异每夜成为审计发现，有责任人与时限。',
      en: 'Audit, jobs, backups and health stand in one console; each night differences become findings with an owner and an age.',
    },
    evidence: [pages.findings, pages.schedules],
    checks: ['findings'],
  },
  {
    number: 30,
    clause: {
      zh: '《信息安全等级保护管理办法》第十四条、第十五条',
      en: 'Administrative Measures for MLPS, art. 14 and 15',
    },
    name: { zh: '定级备案与每年测评', en: 'Filing, and a test every year' },
    how: {
      zh: '定级后三十日内向公安机关备案；三级系统每年测评一次。',
      en: 'Filed with the public security organ within thirty days of grading; a level 3 system is tested every year.',
    },
    evidence: [],
    checks: [],
    needs: { zh: '备案证明编号与最近测评报告的日期', en: 'Number of the filing, and date of the last test report' },
  },
];
