/** Words of deciding for one another. */
export const delegations = {
  delegation: {
    create: 'Delegate decisions',
    created: 'Delegated',
    lead: 'Another person who decides does it for you; each decision says that it was taken for you, and nobody decides his own.',
    everything: 'Everything that I decide',
  },
};

export const delegationResources = {
  delegations: {
    name: 'Delegation |||| Delegations',
    empty: 'No delegations yet. Let somebody decide for you here while you are away.',
    fields: {
      fromName: 'Given by',
      toName: 'Given to',
      toAccountId: 'Given to',
      toAccountIdHelp: 'An account that decides, of another person than you',
      resource: 'About',
      state: 'State',
      reason: 'Reason',
      days: 'Days',
      daysHelp: 'From now on, 30 at most; it ends by itself',
      fromAt: 'From',
      untilAt: 'Until',
      endedAt: 'Ended',
      end: 'Action',
    },
  },
};
