/** Words of deny, allow and watch lists and of snoozes. */
export const riskLists = {
  riskLists: {
    add: { title: 'Add to a list' },
    import: { title: 'Import a list' },
    'look-up': { title: 'Look somebody up' },
    lead: {
      deny: 'Once approved, the subject is neither registered nor paid; payments to somebody registered are blocked.',
      watch: 'Once approved, a registration is told of and payments are held until a risk officer has looked.',
      allow: 'Once approved, the subject is let off the chosen rules; every other rule still holds.',
    },
    second: 'In force once another risk officer or the institution’s manager approves.',
    endsOnHelp: 'Leave it empty for no end; on its last day it ends by itself',
    lookUpLead: 'Type the full value; it stays neither in the address nor in a log.',
    notListed: 'On no list',
    importHelp: 'CSV or XLSX, at most 5,000 rows; checked first, then sent for approval, in force only after it',
    sending: 'The list is being sent',
    mendSheet: 'Correct them in the sheet as told, then upload the corrected rows.',
    listedAlready: 'Subjects that stood on the list already, and were not listed twice: %{count}.',
    listedRows: 'Open the entries that were listed',
    entry: 'Entry',
    byMeasure: 'Listed by a measure of a risk case; lifting that ends it',
    hits: 'Where it was met',
    moment: {
      'worker-registered': 'Worker registered',
      'card-added': 'Bank card added',
      'enterprise-submitted': 'Enterprise applied',
      'signed-in': 'Signed in on the device',
    },
    importFacts: 'What it holds',
    faults: 'Rows that cannot be taken',
    row: 'Row',
    column: 'Column',
    why: 'Why',
    subject: { worker: 'Worker', enterprise: 'Enterprise' },
    snooze: {
      title: 'Snooze a rule',
      lead: 'Until the last day the subject is let off this one rule; every other rule still holds.',
      endsOnHelp: 'At most 92 days; a rule that is wrong for good is changed instead',
    },
  },
};

/** Names of its resources and of their fields. */
export const riskListResources = {
  'risk-list-entries': {
    name: 'Risk list |||| Risk lists',
    empty:
      'Nobody is listed yet. Who was found to use another’s name or was named by a regulator is denied or watched here.',
    fields: {
      number: 'Number',
      kind: 'List',
      subjectKind: 'Listed by',
      value: 'Value',
      rules: 'Rules let off',
      source: 'Source',
      reason: 'Reason',
      caseId: 'From',
      endsOn: 'Last day',
      state: 'State',
      importNumber: 'Import',
      createdName: 'Added by',
      createdAt: 'Added',
      endedAt: 'Ended',
      endedName: 'Ended by',
      endReason: 'Why it ended',
    },
  },
  'risk-list-imports': {
    name: 'List import |||| List imports',
    empty:
      'No list was imported yet. Upload a sheet on the page of risk lists, and send it for approval once it is in order.',
    fields: {
      number: 'Number',
      state: 'State',
      rowsRead: 'Rows read',
      rowsGood: 'Rows in order',
      rowsRefused: 'Rows refused',
      rowsTaken: 'Rows listed',
      createdName: 'Uploaded by',
      createdAt: 'Uploaded',
      decidedName: 'Decided by',
      decidedAt: 'Decided',
    },
  },
  'risk-snoozes': {
    name: 'Snooze |||| Snoozes',
    empty:
      'No rule sleeps. A rule that is a false alarm for one worker or enterprise is put to sleep here for a while.',
    fields: {
      number: 'Number',
      rule: 'Rule',
      subjectKind: 'Kind of subject',
      subjectLabel: 'Subject',
      reason: 'Reason',
      startsOn: 'First day',
      endsOn: 'Last day',
      createdName: 'Asked by',
      createdAt: 'Asked',
      state: 'State',
      end: 'Act',
    },
  },
};

export const riskListStates = {
  riskListEntry: {
    proposed: 'Waiting to be taken',
    'in-force': 'In force',
    ended: 'Ended',
    discarded: 'Not taken',
    expired: 'Over',
  },
  riskListImport: { read: 'To be sent', taken: 'Taken', discarded: 'Given up' },
  riskSnooze: { 'in-force': 'Asleep', ended: 'Woken early', expired: 'Over' },
};

export const riskListActions = {
  riskListEntry: {
    end: {
      label: 'End early',
      lead: 'Once somebody else approves, the list no longer binds the subject; the entry stays on record.',
      past: 'asked for the early end of an entry',
    },
  },
  riskListImport: {
    take: {
      label: 'Take',
      lead: 'Once somebody else approves, these rows are in force; who is on the same list already stays as he is.',
      past: 'took an import of a list',
    },
    discard: { label: 'Discard', lead: 'Its rows will never be in force.', past: 'discarded an import of a list' },
  },
  riskSnooze: {
    end: { label: 'Wake', lead: 'The rule binds the subject again at once.', past: 'woke a rule' },
  },
};
