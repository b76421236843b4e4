/** Words of promotional material (宣传资料) and of files that are evidence. */
export const materials = {
  evidence: {
    choose: '选择文件或拍照',
    help: 'PDF、JPEG 或 PNG，最大 20 MiB；加密保存，下载留痕',
    send: '上传',
    sent: '文件已加密保存。',
    take: '下载',
    takeOf: '下载 %{name}',
  },
  reviews: {
    severityLabel: '严重程度',
    severity: { low: '低', medium: '中', high: '高', critical: '严重' },
  },
  materials: {
    kind: { website: '网站', social: '社交账号', print: '印刷品', video: '视频', other: '其他' },
    toReview: '待审查',
    facts: '资料内容',
    checklist: '审查清单',
    checklistVersion: '第 %{version} 版',
    captures: '截屏与样张',
    noCapture: '还没有截屏或样张；上传后才能审查。',
    findings: '审查发现',
    late: '已逾期',
    dueOn: '整改期限 %{day}',
    rectified: '整改情况：%{text}',
    reviews: '审查记录',
    verdict: { passed: '通过', failed: '须整改' },
    answer: { yes: '符合', no: '不符合', 'not-applicable': '不适用' },
    register: {
      title: '登记宣传资料',
      lead: '登记后请上传截屏或样张，由另一人按审查清单审查。',
      placeHelp: '网址、账号名称或投放地点',
      ownerHelp: '部门或岗位，不填个人姓名',
      done: '已登记。请上传截屏或样张后送审。',
      open: '打开资料',
    },
    capture: { title: '上传截屏', lead: '完整截屏、照片或样张，能看到发布位置和日期。' },
    proof: { title: '上传佐证', lead: '整改后的截屏、照片或文件。' },
    rectify: {
      title: '登记整改完成',
      lead: '登记后，全部问题整改完成的资料进入复审；由另一人审查。',
      text: '整改情况',
    },
    review: {
      title: '审查',
      lead: '按清单逐项填写。不符合的，写明问题、严重程度和整改期限。',
      other: '登记人和整改人不能审查。严重的问题立即立案，逾期未整改的自动立案。',
      own: '由您登记或整改的资料，须由另一人审查。',
      captureFirst: '清单要求凭证：请先上传截屏、照片或样张，再逐项填写。',
      failing: '不符合项',
      becomes: '审查后状态',
      confirm: '提交审查',
      note: '审查意见',
      found: '发现的问题',
      dueOn: '整改期限',
    },
    told: '%{word}：%{text}',
    step: {
      registered: '登记',
      'file-added': '上传文件',
      reviewed: '审查',
      rectified: '登记整改',
      overdue: '整改逾期',
      renewed: '重新送审',
      withdrawn: '撤下',
    },
  },
};

export const materialResources = {
  'promotional-materials': {
    name: '宣传资料',
    empty: '还没有登记宣传资料。网站、社交账号和印刷品对外发布前后都应登记，并由另一人审查。',
    fields: {
      number: '编号',
      title: '标题',
      kind: '渠道',
      place: '发布位置',
      owner: '责任部门',
      publishedOn: '发布日期',
      openFindings: '待整改',
      dueOn: '最早期限',
      reviewBy: '下次审查',
      registeredBy: '登记人',
      registeredAt: '登记时间',
      state: '状态',
    },
  },
};

export const materialStates = {
  material: {
    registered: '待审查',
    passed: '已通过',
    rectifying: '整改中',
    rectified: '待复审',
    withdrawn: '已撤下',
  },
  materialFinding: { open: '待整改', rectified: '已整改', cleared: '已复审' },
};

export const materialActions = {
  material: {
    renew: { label: '重新送审', lead: '内容有变化的，重新送审；审查通过前显示为待审查。', past: '重新送审' },
    withdraw: { label: '撤下', lead: '已停止发布的，撤下后不再审查，记录保留。', past: '撤下宣传资料' },
  },
};
