/** Words of the editors of contents that are described by fields. */
export const kindEditors = {
  kindEditor: {
    acknowledge: {
      title: '制度确认',
      mine: '我已阅读并遵守本制度',
      done: '您已于 %{day} 确认',
      due: '请于 %{day} 前确认',
      count: '%{done} / %{all} 人已确认',
      missing: '尚未确认',
      all: '适用岗位的人员均已确认。',
    },
    language: { zh: '中文', en: '英文' },
    add: '添加%{item}',
    up: '上移',
    down: '下移',
    kept: '（%{count}段未变）',
    insert: '插入变量',
    double: '复制',
    remove: '删除',
    yuan: '元',
    beijing: '北京时间',
    asks: {
      count: '应为 %{min} 至 %{max} 之间的整数',
      money: '应为不小于 0 的金额（元），最多两位小数',
      rate: '应为 0 至 100 之间的百分数',
      time: '应为时刻，如 09:30',
      instant: '应为北京时间，如 2026-11-22 10:14',
    },
  },
};
