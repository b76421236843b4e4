/** Questions of the risk officer's first page. */
export const riskBoard = {
  open: '有多少案件没人接手？',
  late: '有多少案件已逾期？',
  mine: '我手上有多少案件？',
  critical: '有多少重大案件未办结？',
  batches: '有多少批次等待核实？',
  samples: '有多少抽查样本待核查？',
  rules: '近 30 天哪些规则触发最多，误报多少？',
  decisions: '近 30 天每天作出了哪些决策？（笔）',
  regions: '近 30 天案件涉及的企业登记在哪里？',
  regionConfirmed: '属实 %{count}',
  elsewhere: '另有 %{smart_count} 件不涉及企业，或企业代码不含地区。',
  hours: '近 30 天什么时候被拦下的最多？',
  allRules: '全部规则与版本',
  none: '这段时间没有。',
  weekday: '星期',
  head: { hits: '触发', cases: '案件', confirmed: '属实', falseAlarms: '误报', falseShare: '误报率' },
  day: { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' },
};

export const riskTodos = { riskBatches: '等待核实的批次', riskCases: '等人接手的风险案件' };
