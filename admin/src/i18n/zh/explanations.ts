/** Words of what parties are asked to explain (说明, R8.5). */
export const explanations = {
  explanations: {
    open: '待说明',
    asked: '请您说明的事项',
    files: '材料',
    noFiles: '没有材料。',
    by: '请在 %{day} 前说明',
    means: { written: '书面', phone: '电话', meeting: '面谈', online: '在线提交' },
    ask: {
      title: '要求说明',
      lead: '被要求的企业或灵工会在自己的控制台看到问题和期限，在那里提交说明和材料。',
      parties: '被要求说明方',
      help: '写清楚要说明什么，不写个人信息',
      dueHelp: '明天起 90 天内',
    },
    give: {
      title: '提交说明',
      once: '提交后不能修改。',
      noFiles: '还没有上传材料；提交后不能再上传。',
      help: '用自己的话说明情况，不要写身份证号和卡号',
    },
    file: { title: '上传材料', lead: '合同、聊天记录、验收单等，每次一个文件，最多 10 个。' },
    keep: { title: '登记答复', lead: '登记对方以书面、电话或面谈作出的说明，登记后不能修改。' },
  },
};

export const explanationResources = {
  'risk-explanations': {
    name: '情况说明',
    empty: '没有要说明的事项。平台需要了解情况时，会在这里提出。',
    fields: {
      number: '编号',
      question: '要说明什么',
      state: '状态',
      dueOn: '期限',
      partyNumber: '被要求说明方',
      partyKind: '说明方',
      caseNumber: '案件',
      askedBy: '提出人',
      askedAt: '提出时间',
      answer: '说明内容',
      means: '答复方式',
      answeredOn: '答复日期',
    },
  },
};

export const explanationStates = {
  explanation: { waiting: '待说明', late: '已逾期', answered: '已说明', dropped: '不再需要' },
};
