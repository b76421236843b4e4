/** Words of visits to enterprises (现场核查). */
export const visits = {
  visits: {
    title: '现场核查',
    asked: '该企业预计月发放金额较高，现场核查通过后才能通过审核：',
    above: '超过',
    none: '还没有现场核查记录。',
    begin: '记录现场核查',
    beginLead: '到企业经营场所核查。按此时生效的核查清单逐项填写、拍照，完成后不能修改。',
    visitedOn: '核查日期',
    companion: '同行人员',
    companionHelp: '填写其登录名；独自前往的不填',
    with: '同行：%{name}',
    checklist: '核查清单第 %{no} 版',
    optional: '（选查）',
    itemNote: '说明',
    photo: '拍照或上传',
    photos: '%{smart_count} 份',
    photosAsked: '%{smart_count} 份（须附照片）',
    photoNo: '照片 %{no}',
    lacking: '还缺第 %{items} 项',
    conclude: '完成核查',
    concludeLead: '完成后结论和照片不能修改，记入企业办理记录。企业状态不变。',
    verdict: '结论',
    note: '核查小结',
    noteHelp: '写明现场情况，不写个人姓名、证件号和电话',
    take: '申请查看',
    takeLead: '现场照片可能拍到人员，另一人批准后可下载一次。',
    answer: { yes: '符合', no: '不符合', 'not-applicable': '不适用' },
  },
};

export const visitStates = {
  siteVisit: { open: '进行中', passed: '通过', failed: '不通过' },
};
