/** Words of what went past the platform, as the write-ahead log tells it. */
export const bypass = {
  bypass: {
    facts: '事务',
    open: '待确认',
    yes: '是',
    no: '否',
    shown: '显示 %{shown} 行，共 %{rows} 行。',
    kind: { bypass: '绕过平台的改动', watch: '监控被改动', gap: '日志缺口', migration: '结构迁移' },
    operation: { insert: '新增', update: '修改', delete: '删除', truncate: '清空', ddl: '结构变更' },
    source: {
      'system-user': '登录用户，由数据库确认',
      'session-user': '会话用户，可能被切换过',
      sample: '事务进行中所见的会话',
      unknown: '未知（触发器已关闭）',
      none: '无',
    },
  },
};

export const bypassResources = {
  'audit-bypasses': {
    name: '绕过改动',
    empty: '没有绕过平台的改动。直接在数据库中做的修改会在几秒内出现在这里。',
    fields: {
      id: '序号',
      at: '提交时间',
      at_gte: '从',
      at_lte: '到',
      bypassKind: '类别',
      state: '状态',
      dbUser: '数据库用户',
      userSource: '用户来源',
      candidates: '可能的会话',
      tables: '表',
      rows: '行数',
      application: '客户端',
      address: '网络地址',
      pid: '服务进程',
      xid: '数据库事务',
      lsn: '日志位置',
      replicaRole: '触发器已关闭',
      forged: '署名不一致',
      recordedAt: '记录时间',
      digest: '链摘要',
      acknowledgedBy: '确认人',
      acknowledgedReason: '确认理由',
    },
  },
};
