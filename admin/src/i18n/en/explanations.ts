/** Words of what parties are asked to explain (R8.5). */
export const explanations = {
  explanations: {
    open: 'To be explained',
    asked: 'What is asked',
    files: 'Papers',
    noFiles: 'No papers.',
    by: 'Explain by %{day}',
    means: { written: 'In writing', phone: 'By telephone', meeting: 'At a meeting', online: 'Online' },
    ask: {
      title: 'Ask for an explanation',
      lead: 'Who is asked sees the question and the day in his own console, and explains there with papers.',
      parties: 'Who is asked',
      help: 'Say what is to be explained; no personal data',
      dueHelp: 'From tomorrow, within 90 days',
    },
    give: {
      title: 'Explain',
      once: 'It cannot be changed afterwards.',
      noFiles: 'No paper was sent yet; none can be sent afterwards.',
      help: 'In your own words; no identity or card numbers',
    },
    file: { title: 'Send a paper', lead: 'A contract, a chat, an acceptance slip: one file at a time, 10 at most.' },
    keep: {
      title: 'Keep an answer',
      lead: 'Keeps what was said by letter, by telephone or at a meeting; it cannot be changed afterwards.',
    },
  },
};

export const explanationResources = {
  'risk-explanations': {
    name: 'Explanations',
    empty: 'Nothing to explain. What the platform has to ask stands here.',
    fields: {
      number: 'Number',
      question: 'What is asked',
      state: 'State',
      dueOn: 'By',
      partyNumber: 'Who is asked',
      partyKind: 'Party',
      caseNumber: 'Case',
      askedBy: 'Asked by',
      askedAt: 'Asked at',
      answer: 'Explanation',
      means: 'How it was given',
      answeredOn: 'Answered on',
    },
  },
};

export const explanationStates = {
  explanation: { waiting: 'To be explained', late: 'Late', answered: 'Explained', dropped: 'No longer needed' },
};
