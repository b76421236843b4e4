/** Words of ratings of enterprises, checks at registers and offboardings that lists and logs need; the rest comes with their pages. */
export const ratingResources = {
  'enterprise-ratings': {
    name: '企业评级',
    empty: '还没有企业。企业入驻后会出现在这里，信用核查后评级。',
    fields: {
      number: '企业编号',
      name: '企业名称',
      class: '等级',
      score: '评分',
      movement: '变化',
      since: '该等级起始',
      since_gte: '起始日期不早于',
      isOverridden: '人工调级',
      state: '企业状态',
      lookedAt: '最近评定',
    },
  },
  'credit-checks': {
    name: '信用核查',
    empty: '没有信用核查。定期核查、人工发起和人工采集的结果会出现在这里。',
    fields: {
      number: '编号',
      enterpriseName: '企业',
      outcome: '结果',
      registerState: '登记状态',
      dishonest: '失信被执行人',
      abnormal: '经营异常',
      changed: '变化项数',
      source: '来源',
      costFen: '费用',
      checkedAt: '核查时间',
      checkedAt_gte: '核查日期起',
      checkedAt_lte: '核查日期止',
    },
  },
  'rating-overrides': {
    name: '人工调级',
    empty: '没有人工调级。需要时在企业评级页发起，由另一人审批。',
    fields: {
      number: '编号',
      enterpriseNumber: '企业',
      class: '等级',
      reason: '理由',
      startsOn: '开始日期',
      endsOn: '截止日期',
      createdName: '申请人',
      state: '状态',
      end: '操作',
    },
  },
  'risk-offboardings': {
    name: '清退流程',
    empty: '没有清退流程。失信、吊销或列入异常名录的企业按规则暂停后会出现在这里。',
    fields: {
      number: '编号',
      enterpriseName: '企业',
      state: '状态',
      caseNumber: '风险案件',
      openedAt: '开始时间',
      settledAt: '资金结清时间',
      endedAt: '结束时间',
    },
  },
};

export const ratingStates = {
  ratingClass: { A: 'A 类', B: 'B 类', C: 'C 类', D: 'D 类', E: 'E 类' },
  ratingMovement: { new: '首次', up: '上调', down: '下调', same: '未变' },
  ratingOverride: { 'in-force': '生效中', ended: '已提前结束', expired: '已到期' },
  creditOutcome: { found: '已查到', 'no-record': '查无记录', unanswered: '未得到答复' },
  registerState: {
    standing: '存续',
    abnormal: '经营异常',
    revoked: '吊销',
    cancelled: '注销',
    moved: '迁出',
    closed: '停业或清算',
    unknown: '状态不明',
  },
  riskOffboarding: { suspended: '已暂停', settled: '资金已结清', offboarded: '已清退', withdrawn: '已撤回' },
};

export const ratingActions = {
  ratingOverride: {
    end: { label: '提前结束', lead: '结束后立即恢复按规则评定的等级。', past: '提前结束人工调级' },
  },
  riskOffboarding: {
    'review-money': {
      label: '复核资金',
      lead: '检查未完结批次、未出账月份、欠费和子账户余额；全部结清后进入下一步。',
      past: '复核未结清资金',
    },
    withdraw: {
      label: '撤回清退',
      lead: '由另一位风控专员或机构负责人审批；批准后企业恢复。最近一次评级仍要求暂停的，不能撤回。',
      past: '申请撤回清退',
    },
  },
};
