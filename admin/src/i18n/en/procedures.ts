/** Words of procedures that are acknowledged (R1.7). */
export const procedures = {
  procedures: {
    by: 'acknowledge by %{day}',
    due: 'Read and acknowledge it by %{day}. A new version is acknowledged anew.',
    late: 'It was to be acknowledged by %{day}. Please read and acknowledge it soon.',
    done: 'You acknowledged version %{no} on %{day}.',
    mine: 'I have read it and go by it',
    note: 'About this version',
    text: 'Text of the procedure',
    missing: 'Not yet',
    sent: 'Acknowledged',
    who: 'Everybody whom it binds',
    review: {
      label: 'Set the next review',
      lead: 'Reviewed and left as it is: say what was found and by when it is looked at again. What has to change needs a new version.',
      second: 'It holds once somebody else approves.',
      done: 'Submitted; somebody else has to approve.',
    },
  },
};

export const procedureResources = {
  'own-procedures': {
    name: 'My procedures',
    empty: 'Procedures that bind your role will be shown here.',
    fields: {
      nameZh: 'Procedure',
      versionNo: 'Version',
      state: 'State',
      askedOn: 'Asked since',
      dueOn: 'Acknowledge by',
      acknowledgedAt: 'Acknowledged',
    },
  },
  acknowledgements: {
    name: 'Acknowledgements',
    empty: 'Once a procedure is in force, whom it binds will be shown here.',
    fields: {
      nameZh: 'Procedure',
      configurationId: 'Procedure',
      versionNo: 'Version',
      accountName: 'Account',
      role: 'Role',
      state: 'State',
      askedOn: 'Asked since',
      dueOn: 'Acknowledge by',
      acknowledgedAt: 'Acknowledged',
    },
  },
};

export const procedureStates = {
  procedureDuty: { waiting: 'To be acknowledged', late: 'Overdue', acknowledged: 'Acknowledged' },
};
