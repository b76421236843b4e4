/** Names of records of forms and of their fields. */
export const formRecordResources = {
  'form-records': {
    name: '投诉与表单',
    empty: '还没有表单记录。投诉、检查等表单提交后，以及企业、灵工、任务的补充信息，都在这里。',
    fields: {
      number: '编号',
      form: '表单',
      subjectKind: '所属业务类别',
      subjectId: '所属业务',
      aboutKind: '被投诉方类别',
      aboutId: '被投诉方',
      versionNo: '表单版本',
      enterpriseId: '企业',
      workerId: '灵工',
      revision: '修订',
      createdAt: '提交时间',
      createdAt_gte: '提交自',
      createdAt_lte: '提交至',
      createdBy: '提交人',
      updatedAt: '最近修改',
      values: '填写内容',
    },
  },
};
