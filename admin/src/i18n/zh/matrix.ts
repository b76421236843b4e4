/** The permission matrix as a page. */
export const matrix = {
  matrix: {
    fields: '仅部分角色可见的字段',
    keptFrom: '不可见：%{roles}',
    field: {
      account: '在用子账户',
      accounts: '子账户',
      cards: '收款卡',
      reason: '处理意见',
      criterion: '判定依据',
      stateReason: '状态说明',
    },
    title: '权限矩阵',
    facts: '%{lines} 项操作 · %{roles} 个角色',
    found: '符合 %{count} 项',
    search: '查找操作',
    role: '角色',
    everyRole: '全部角色',
    line: '操作',
    opens: '放行的接口',
    list: '列表：%{name}',
    export: '导出：%{name}',
    detail: '详情：%{name}',
    reach: { all: '全部', own: '本人', queue: '待办', none: '无' },
    legend: {
      all: '全部：所有数据',
      own: '本人：仅本企业、本人的数据',
      queue: '待办：等待其审核或由其审核过的数据',
    },
    none: '没有符合条件的操作',
    watched: '监管人员的每次查看都会留下记录。',
  },
};
