/** Words of looks beyond one's role for a while. */
export const elevations = {
  elevation: {
    ask: 'Ask for an elevation',
    titled: 'Elevation: %{what}',
    send: 'Send the request',
    what: 'What to look at',
    why: 'How long, and why',
    facts: 'Elevation',
    looks: 'Every look under it',
    approval: 'Open the approval',
    reach: { all: 'everything', enterprise: 'enterprise %{id}', worker: 'worker %{id}' },
    whose: { all: 'All rows', enterprise: 'The rows of one enterprise', worker: 'The rows of one worker' },
    because: {
      term: 'Its term',
      'by-holder': 'Ended by its holder',
      'by-superior': 'Ended by the superior',
      blocked: 'The account was blocked',
      'role-changed': 'The role changed',
    },
    look: { shown: 'Shown', refused: 'Not shown' },
  },
};

export const elevationResources = {
  elevations: {
    name: 'Elevation |||| Elevations',
    empty: 'No elevations yet. Ask here to look for a while at what your role does not open.',
    fields: {
      resource: 'Looks at',
      reach: 'Whose rows',
      accountName: 'Holder',
      state: 'State',
      looks: 'Looks',
      reason: 'Reason',
      reasonHelp: 'What it is for; who decides and the audit read it',
      fromAt: 'From',
      untilAt: 'Until',
      endedAt: 'Ended',
      endedBecause: 'Ended by',
      grantedName: 'Granted by',
      reviewedName: 'Reviewed by',
      reviewedAt: 'Reviewed',
      review: 'Review',
      enterpriseId: 'Enterprise',
      workerId: 'Worker',
      hours: 'Hours',
      hoursHelp: 'From the approval on, 72 at most; it ends by itself',
    },
  },
  'elevation-looks': {
    name: 'Look under an elevation |||| Looks under elevations',
    empty: 'Nothing was looked at.',
    fields: {
      at: 'At',
      route: 'What',
      subjectId: 'Row',
      rows: 'Rows shown',
      status: 'Outcome',
    },
  },
};
