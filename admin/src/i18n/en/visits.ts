/** Words of visits to enterprises. */
export const visits = {
  visits: {
    title: 'Site visits',
    asked: 'So much is expected a month that it passes only after a visit that passed:',
    above: 'above',
    none: 'Nobody has visited it yet.',
    begin: 'Record a visit',
    beginLead:
      'At the place of business. Item by item of the checklist in force now, with photographs; nothing of it changes once it is concluded.',
    visitedOn: 'Day of the visit',
    companion: 'Together with',
    companionHelp: 'What the other person signs in with; empty for who went alone',
    with: 'with %{name}',
    checklist: 'checklist version %{no}',
    optional: '(optional)',
    itemNote: 'Note',
    photo: 'Photograph or file',
    photos: '%{smart_count} added',
    photosAsked: '%{smart_count} added (photograph needed)',
    photoNo: 'Photograph %{no}',
    lacking: 'Still lacking: items %{items}',
    conclude: 'Conclude the visit',
    concludeLead:
      'Answers and photographs do not change afterwards, and stand in the history of the enterprise. Its state stays.',
    verdict: 'Verdict',
    note: 'In short',
    noteHelp: 'What the place was like; no names, numbers of documents or telephones',
    take: 'Ask to see it',
    takeLead: 'A photograph may show people; somebody else approves, and it is taken once.',
    answer: { yes: 'holds', no: 'does not hold', 'not-applicable': 'does not apply' },
  },
};

export const visitStates = {
  siteVisit: { open: 'Under way', passed: 'Passed', failed: 'Failed' },
};
