/** Words of deciding for one another. */
export const delegations = {
  delegation: {
    create: '委托审批',
    created: '已委托',
    lead: '委托另一位有审批权的人员代为审批；其决定记明代您作出，本人提出的申请除外。',
    everything: '我审批的全部事项',
  },
};

export const delegationResources = {
  delegations: {
    name: '审批委托',
    empty: '还没有委托。休假或出差时，可以在这里委托他人代为审批。',
    fields: {
      fromName: '委托人',
      toName: '受托人',
      toAccountId: '受托人',
      toAccountIdHelp: '有审批权、且与您不是同一人的账号',
      resource: '事项',
      state: '状态',
      reason: '理由',
      days: '天数',
      daysHelp: '自现在起计算，最长 30 天，到期自动结束',
      fromAt: '开始时间',
      untilAt: '截止时间',
      endedAt: '结束时间',
      end: '操作',
    },
  },
};
