/** The permission matrix as a page. */
export const matrix = {
  matrix: {
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
    elevated: '可临时查看：%{roles}',
    watched: '监管人员的每次查看都会留下记录。',
  },
};
