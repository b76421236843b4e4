/** Words of the page of controls (等保控制点). */
export const mlps = {
  mlps: {
    title: '等保控制点',
    standard: 'GB/T 22239-2019 第三级，三十项及其外五项',
    seenAt: '核查时间',
    state: '状态',
    everyState: '全部',
    print: '打印',
    look: '查看',
    needs: '尚无有效佐证：%{what}',
    withdrawn: '撤回理由：%{reason}',
    act: {
      add: {
        label: '登记佐证',
        lead: '写明依据的文件、编号与结论。登记后不可修改，只能撤回；过期后不再计入。',
        done: '佐证已登记。',
      },
      withdraw: {
        label: '撤回佐证',
        lead: '撤回后不再计入；原文与理由都会保留。',
        done: '佐证已撤回。',
      },
    },
    fields: {
      datedOn: '佐证日期',
      until: '有效至',
      text: '内容',
      textHelp: '最多 1000 字，不得含证件号码、手机号或卡号',
    },
  },
};
