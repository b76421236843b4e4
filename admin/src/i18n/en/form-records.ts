/** Names of records of forms and of their fields. */
export const formRecordResources = {
  'form-records': {
    name: 'Complaint or form |||| Complaints and forms',
    empty:
      'No form has been handed in yet. Complaints, inspections and what enterprises, workers and tasks were asked beside stand here.',
    fields: {
      number: 'Number',
      form: 'Form',
      subjectKind: 'Kind of business',
      subjectId: 'Belongs to',
      aboutKind: 'Kind of whom it is about',
      aboutId: 'Whom it is about',
      versionNo: 'Version',
      enterpriseId: 'Enterprise',
      workerId: 'Worker',
      revision: 'Revision',
      createdAt: 'Handed in at',
      createdAt_gte: 'Handed in from',
      createdAt_lte: 'Handed in until',
      createdBy: 'Handed in by',
      updatedAt: 'Last changed',
      values: 'Values',
    },
  },
};
