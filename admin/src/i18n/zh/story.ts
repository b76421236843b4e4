/** Words of the timelines of objects and persons. */
export const story = {
  story: {
    lead: '选择对象并填写编号，查看它和关联对象的全部经过，并可回放到任一时刻的状态。',
    open: '查看',
    whole: '完整时间线与状态回放',
    row: '查看该对象',
    title: '经过（涉及 %{smart_count} 个对象）',
    cut: '关联对象过多，只列出最近的部分。',
    more: '更早的记录',
    replay: '回放到此刻',
    state: '状态回放',
    now: '回到现在',
    entries: '依据 %{smart_count} 条记录',
    nothing: '到这一时刻，日志里还没有它的状态。',
    contradicts: '与前文不符',
    contradiction: '记录 %{entry}：%{field}应为“%{expected}”，记录却是“%{found}”。',
    past: '数据库用户 %{user} 绕过平台%{operation}',
    pastCut: '绕过平台的改动过多，只列出最近的部分。',
  },
};
