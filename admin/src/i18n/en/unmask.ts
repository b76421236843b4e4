/** Words of looks at clear values. */
export const unmask = {
  unmask: {
    eye: 'See in clear: %{label}',
    lead: 'To see somebody else’s value, staff need the approval of another person; then it is seen once, from the request.',
    leadElevated:
      'Under your elevation, what lies within its scope is shown for a minute at once, and listed for who granted it; anything else takes an approval as ever.',
    leadOwn: 'The value is hidden again after a minute.',
    note: 'Who looked, when and why is written down, and the person can see it.',
    show: 'See in clear',
    ask: 'Ask for approval',
    redeem: 'See in clear (once)',
    left: 'hidden in %{seconds} s',
    hide: 'Hide the value',
    unusual: 'More than ten in an hour',
    field: {
      name: 'Name',
      identity: 'Identity number',
      phone: 'Phone',
      address: 'Address',
      card: 'Bank card',
      holder: 'Card holder',
      legalRepresentative: 'Legal representative',
      contactName: 'Contact',
      contactPhone: 'Contact phone',
      bankAccount: 'Bank account',
      payerName: 'Payer',
    },
  },
};

export const unmaskResources = {
  unmaskings: {
    name: 'Look at clear values |||| Looks at clear values',
    empty: 'Nobody has seen a clear value yet. Each look will stand here.',
    fields: {
      id: 'Number',
      at: 'Time',
      at_gte: 'From',
      at_lte: 'Until',
      actorName: 'Who looked',
      subjectLabel: 'Whose',
      field: 'Field',
      reason: 'Reason',
      approvalId: 'Approval',
      elevationId: 'Elevation',
      inHour: 'In the hour',
    },
  },
};
