/** Words of looks at clear values. */
export const unmask = {
  unmask: {
    eye: '查看明文：%{label}',
    lead: '平台人员查看他人明文，须由另一位有权人员批准；批准后凭申请查看一次。',
    leadElevated: '提权有效期内，范围内的明文直接显示一分钟，每次查看列给批准人核查；范围以外的仍须审批。',
    leadOwn: '明文显示一分钟后自动隐藏。',
    note: '谁、何时、因何查看均留痕，本人可以看到。',
    show: '查看明文',
    ask: '提交申请',
    redeem: '查看明文（仅一次）',
    left: '%{seconds} 秒后隐藏',
    hide: '隐藏明文',
    unusual: '一小时内超过十次',
    field: {
      name: '姓名',
      identity: '证件号码',
      phone: '手机号',
      address: '地址',
      card: '银行卡号',
      holder: '持卡人',
      legalRepresentative: '法定代表人',
      contactName: '联系人',
      contactPhone: '联系电话',
      bankAccount: '银行账号',
      payerName: '付款人',
    },
  },
};

export const unmaskResources = {
  unmaskings: {
    name: '查看明文记录',
    empty: '还没有人查看过明文。每次查看都会写在这里。',
    fields: {
      id: '序号',
      at: '时间',
      at_gte: '从',
      at_lte: '到',
      actorName: '查看人',
      subjectLabel: '对象',
      field: '字段',
      reason: '理由',
      approvalId: '审批单',
      elevationId: '提权',
      inHour: '一小时内第几次',
    },
  },
};
