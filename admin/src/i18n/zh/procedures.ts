/** Words of procedures that are acknowledged (制度确认, R1.7). */
export const procedures = {
  procedures: {
    by: '确认期限 %{day}',
    due: '请于 %{day} 前阅读并确认。新版本生效后须重新确认。',
    late: '确认期限 %{day} 已过，请尽快阅读并确认。',
    done: '您已于 %{day} 确认第 %{no} 版。',
    mine: '我已阅读并遵守本制度',
    note: '本版说明',
    text: '制度内容',
    missing: '未确认',
    sent: '已确认',
    who: '查看全部人员',
    review: {
      label: '设定下次复审',
      lead: '已复审且内容不变的，写明复审结论并设定下次日期；须改内容的，请编写新版本。',
      second: '另一人批准后生效。',
      done: '已提交，等待另一人批准。',
    },
  },
};

export const procedureResources = {
  'own-procedures': {
    name: '我的制度',
    empty: '适用于您岗位的制度会出现在这里。',
    fields: {
      nameZh: '制度',
      versionNo: '版本',
      state: '状态',
      askedOn: '要求确认自',
      dueOn: '确认期限',
      acknowledgedAt: '确认时间',
    },
  },
  acknowledgements: {
    name: '制度确认',
    empty: '制度生效后，适用岗位的人员会出现在这里。',
    fields: {
      nameZh: '制度',
      configurationId: '制度',
      versionNo: '版本',
      accountName: '人员',
      role: '岗位',
      state: '状态',
      askedOn: '要求确认自',
      dueOn: '确认期限',
      acknowledgedAt: '确认时间',
    },
  },
};

export const procedureStates = {
  procedureDuty: { waiting: '待确认', late: '已逾期', acknowledged: '已确认' },
};
