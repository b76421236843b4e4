/** Words of risk decisions, and of the figures and limits that they stand on. */
export const riskDecisions = {
  riskDecisions: {
    why: '理由',
    noReason: '没有命中任何规则。',
    rows: '命中的规则行',
    facts: '当时的事实与特征',
    factsNote: '决策时的快照，不随后来的付款变化。',
    policy: '所用规则',
    version: '第 %{no} 版',
    versionField: '规则版本',
    reproduced: '可重现',
    notReproduced: '不能重现',
    reproducedWhy: '用当时的版本和快照重新判断，结论与命中相同。',
    notReproducedWhy: '用当时的版本和快照重新判断，结论或命中不同，请报技术人员核查。',
    took: '用时',
    milliseconds: '%{count} 毫秒',
    run: '批次',
    score: '分值',
    about: '决策',
    unit: { count: '%{count}', percent: '%{count}%', fen: '¥%{count}', yes: '是', no: '否' },
    subjectKind: {
      worker: '灵工',
      enterprise: '企业',
      task: '任务',
      'settlement-line': '付款明细',
      order: '订单',
    },
    title: '%{moment} · %{outcome}',
    onPage: '风控决策',
    features: '风控特征',
    featuresDay: '截至 %{day}',
    noFeatures: '没有付款，也没有关联，特征均为零。',
    zeros: '显示为零的 %{count} 项',
    hideZeros: '收起为零的',
    limits: '限额与占用',
    window: { line: '单笔', day: '当日', month: '当月', year: '当年' },
    used: '已用',
    limit: '限额',
    left: '剩余',
    uses: '%{count} 笔',
    noLimit: '不限',
    byKind: '只限某些业务场景的限额，在结算批次中按付款内容判断。',
  },
};

export const riskDecisionResources = {
  'risk-decisions': {
    name: '风控决策',
    empty: '没有被拦下或单独作出的决策。',
    fields: {
      at: '时间',
      moment: '环节',
      outcome: '结论',
      score: '分值',
      subjectKind: '对象类型',
      subjectId: '对象',
      workerId: '灵工',
      enterpriseId: '企业',
      versionId: '规则版本',
      at_gte: '日期起',
      at_lte: '日期止',
    },
  },
};

export const riskDecisionStates = {
  riskDecision: { approve: '通过', review: '人工复核', hold: '暂缓', decline: '拒绝' },
};
