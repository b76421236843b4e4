/** Words of the reviews of a month: real-name verification (实名认证审查) and operations (系统运行审查). */
export const periodReviews = {
  periodReview: {
    make: {
      title: '生成审查',
      lead: '统计所选月份并与上月对比，每项发现自动立案。',
      note: '统计结果不可修改；由机构负责人签核或退回重做。',
      done: '已生成，发现 %{findings} 项。',
      open: '打开审查',
    },
    'sign-off': { title: '签核', lead: '签核后审查不再变更；制作人不能签核自己的审查。' },
    'give-back': { title: '退回', lead: '退回后可重新生成该月的审查，原结果保留。' },
    own: '由您生成的审查，须由另一人签核。',
    print: '打印',
    summary: '审查概要',
    facts: '审查情况',
    findings: '审查发现',
    noFinding: '未发现问题。',
    offTarget: '未达标指标',
    madeBy: '制作人',
    madeAt: '制作时间',
    endedBy: '签核人',
    conclusion: '结论',
    comparedWith: '对比审查',
    differences: '%{count} 处差异',
    missed: { 'at-least': '本月 %{value}，目标不低于 %{target}', 'at-most': '本月 %{value}，目标不超过 %{target}' },
    case: '案件 %{number}',
    samples: '样例：%{numbers}',
    figure: '指标',
    value: '本月',
    before: '上月',
    target: '目标',
    hours: '（小时）',
    on: '达标',
    off: '未达标',
  },
};

const fields = {
  number: '编号',
  month: '月份',
  findings: '发现',
  offTarget: '未达标指标',
  madeBy: '制作人',
  madeAt: '制作时间',
  endedBy: '签核人',
  endedAt: '签核时间',
  state: '状态',
};

export const periodReviewResources = {
  'real-name-reviews': {
    name: '实名认证审查',
    empty: '还没有审查。每月统计实名认证的覆盖、通过、缺失资料和共用号码，并由机构负责人签核。',
    fields,
  },
  'operation-reviews': {
    name: '系统运行审查',
    empty: '还没有审查。每月统计各模块运行指标，核对协议、登记、业务和资金是否一致，并由机构负责人签核。',
    fields,
  },
};

export const periodReviewStates = { periodReview: { made: '待签核', signed: '已签核', returned: '已退回' } };
