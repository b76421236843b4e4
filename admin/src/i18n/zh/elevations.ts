/** Words of looks beyond one's role for a while. */
export const elevations = {
  elevation: {
    ask: '申请提权',
    titled: '提权：%{what}',
    send: '提交申请',
    what: '查看什么',
    why: '多久、为什么',
    facts: '提权',
    looks: '期间的每次查看',
    approval: '查看审批',
    reach: { all: '全部', enterprise: '企业 %{id}', worker: '灵工 %{id}' },
    whose: { all: '全部数据', enterprise: '仅一家企业的数据', worker: '仅一名灵工的数据' },
    because: {
      term: '到期',
      'by-holder': '本人结束',
      'by-superior': '上级结束',
      blocked: '账号停用',
      'role-changed': '角色变更',
    },
    look: { shown: '已显示', refused: '未显示' },
  },
};

export const elevationResources = {
  elevations: {
    name: '提权',
    empty: '还没有提权。需要临时查看职责以外的数据时，在这里申请。',
    fields: {
      resource: '查看对象',
      reach: '范围',
      accountName: '使用人',
      state: '状态',
      looks: '查看次数',
      reason: '理由',
      reasonHelp: '写明事由；批准人和审计都会看到',
      fromAt: '生效时间',
      untilAt: '截止时间',
      endedAt: '结束时间',
      endedBecause: '结束原因',
      grantedName: '批准人',
      reviewedName: '核查人',
      reviewedAt: '核查时间',
      review: '核查意见',
      enterpriseId: '企业',
      workerId: '灵工',
      hours: '时长（小时）',
      hoursHelp: '自批准起计算，最长 72 小时，到期自动结束',
    },
  },
  'elevation-looks': {
    name: '提权查看记录',
    empty: '期间没有查看。',
    fields: {
      at: '时间',
      route: '查看内容',
      subjectId: '对象',
      rows: '显示行数',
      status: '结果',
    },
  },
};
