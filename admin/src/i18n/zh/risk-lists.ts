/** Words of deny, allow and watch lists and of snoozes. */
export const riskLists = {
  riskLists: {
    add: { title: '加入名单' },
    import: { title: '导入名单' },
    'look-up': { title: '查询名单' },
    lead: {
      deny: '批准后，该对象不予登记、不予付款；已登记的，付款会被阻断。',
      watch: '批准后，该对象登记时提示，付款暂缓，由风控复核后发放。',
      allow: '批准后，该对象只豁免所选规则，其他规则照常执行。',
    },
    second: '须由另一位风控专员或机构负责人批准后生效。',
    endsOnHelp: '不填表示长期有效，到期自动失效',
    lookUpLead: '填写完整内容查询；查询内容不留在地址和日志中。',
    notListed: '不在任何名单中',
    importHelp: 'CSV 或 XLSX，最多 5,000 行；先检查、后提交批准，批准前不生效',
    sending: '正在上传名单',
    mendSheet: '请按下列原因在表格中改正，再上传改正后的行。',
    listedAlready: '%{count} 行的对象已在同类名单中，没有重复列入。',
    listedRows: '查看已列入的名单记录',
    entry: '名单记录',
    byMeasure: '由风险案件的措施列入，解除措施即移出',
    hits: '命中记录',
    moment: {
      'worker-registered': '灵工登记',
      'card-added': '添加银行卡',
      'enterprise-submitted': '企业入驻申请',
      'signed-in': '在该设备登录',
    },
    importFacts: '导入内容',
    faults: '不能采用的行',
    row: '行号',
    column: '列',
    why: '原因',
    subject: { worker: '灵工', enterprise: '企业' },
    snooze: {
      title: '静默规则',
      lead: '在截止日期前，该对象不受所选规则约束，其他规则照常执行。',
      endsOnHelp: '最长 92 天；长期不适用的规则请修改规则配置',
    },
  },
};

/** Names of its resources and of their fields. */
export const riskListResources = {
  'risk-list-entries': {
    name: '风控名单',
    empty: '还没有人在名单中。核查发现冒用、套现或被监管通报的，在这里加入禁止或关注名单。',
    fields: {
      number: '编号',
      kind: '名单类型',
      subjectKind: '标识类型',
      value: '标识内容',
      rules: '豁免规则',
      source: '来源',
      reason: '理由',
      caseId: '来自案件',
      endsOn: '截止日期',
      state: '状态',
      importNumber: '导入编号',
      createdName: '经办人',
      createdAt: '加入时间',
      endedAt: '结束时间',
      endedName: '结束经办人',
      endReason: '结束理由',
    },
  },
  'risk-list-imports': {
    name: '名单导入',
    empty: '还没有导入过名单。可在“风控名单”中上传表格，检查无误后提交批准。',
    fields: {
      number: '编号',
      state: '状态',
      rowsRead: '读取行数',
      rowsGood: '可用行数',
      rowsRefused: '不可用行数',
      rowsTaken: '已列入行数',
      createdName: '经办人',
      createdAt: '上传时间',
      decidedName: '处理人',
      decidedAt: '处理时间',
    },
  },
  'risk-snoozes': {
    name: '规则静默',
    empty: '没有静默的规则。误报已核实的，可对单个灵工或企业静默一条规则，到期自动恢复。',
    fields: {
      number: '编号',
      rule: '规则',
      subjectKind: '对象类型',
      subjectLabel: '对象',
      reason: '理由',
      startsOn: '开始日期',
      endsOn: '截止日期',
      createdName: '经办人',
      createdAt: '提交时间',
      state: '状态',
      end: '操作',
    },
  },
};

export const riskListStates = {
  riskListEntry: {
    proposed: '待采用',
    'in-force': '生效中',
    ended: '已结束',
    discarded: '未采用',
    expired: '已到期',
  },
  riskListImport: { read: '待提交', taken: '已采用', discarded: '已放弃' },
  riskSnooze: { 'in-force': '静默中', ended: '已提前结束', expired: '已到期' },
};

export const riskListActions = {
  riskListEntry: {
    end: {
      label: '提前结束',
      lead: '经另一人批准后，该对象不再受此名单约束，记录保留。',
      past: '申请提前结束名单记录',
    },
  },
  riskListImport: {
    take: { label: '采用', lead: '经另一人批准后，以下行生效；已在同类名单中的对象不变。', past: '采用名单导入' },
    discard: { label: '放弃', lead: '放弃后，这些行不会生效。', past: '放弃名单导入' },
  },
  riskSnooze: {
    end: { label: '提前恢复', lead: '恢复后，该规则立即重新约束此对象。', past: '恢复规则' },
  },
};
