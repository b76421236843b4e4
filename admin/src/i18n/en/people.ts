import type { Same } from '../same';
import type {
  people as zh,
  peopleChoices as zhChoices,
  peopleResources as zhResources,
  peopleStates as zhStates,
} from '../zh/people';

/** Words of people's rights over their data: consents, terms of keeping, requests. */
export const people: Same<typeof zh> = {
  consents: {
    title: 'Consents to the handling of personal data',
    lead: 'You may look at them and take them back at any time. Taking back is one step, and asks for no reason.',
    needed: 'Needed for the service',
    free: 'Optional',
    version: 'version %{version} of the text',
    ends: 'The service needs this consent: after a withdrawal the account is suspended, with no new tasks and settlements; what was earned is still paid, and records that the law wants kept are kept until its terms end.',
    give: {
      label: 'Agree',
      lead: 'Personal data are handled as the text says. It can be taken back at any time.',
      done: 'The consent is on record.',
    },
    withdraw: {
      label: 'Withdraw',
      lead: 'Data are no longer used for this purpose; other services go on.',
      done: 'It is withdrawn.',
    },
  },
  correction: {
    action: 'Correct',
    lead: 'Fill in only what is to be corrected. Another name is checked anew, and until then he is not paid; another telephone waits for the institution’s manager; a wrong identity number is a new registration.',
    done: 'It is corrected.',
  },
  requests: {
    open: 'To be answered',
    near: 'Due within three days',
    take: 'Take a request in',
    ask: 'Ask',
    askLead:
      'Answered within fifteen days. A copy is made by itself, for the person signed in, and kept for seven days.',
    askDone: 'It is received; the list shows how far it is.',
    asked: 'What is asked',
    identityShown: 'How the person showed who he is',
    extensionReason: 'Why it takes longer',
    outcome: 'Answer',
    basis: 'Legal basis',
    facts: 'Request',
    late: '%{smart_count} day overdue |||| %{smart_count} days overdue',
    left: '%{smart_count} day left |||| %{smart_count} days left',
    mine: 'My rights over my data',
    mineList: 'My requests',
    rights:
      'You may ask for a copy of your data, for correction or deletion, for an explanation of how they are handled, or take a consent back.',
    takeCopy: 'Download the copy',
    copyFailed: 'The copy could not be taken; try again later. It is kept for seven days.',
    step: {
      received: 'Received',
      started: 'Started',
      extended: 'Extended',
      reminded: 'Reminded',
      copied: 'Copy made',
      answered: 'Answered',
      refused: 'Refused',
    },
  },
  retention: {
    lead: 'How long each kind of thing is kept, why, and what becomes of it then. What is due leaves daily at 03:20; what is held stays.',
    classes: 'Retention schedule',
    runs: 'Runs',
    what: 'What',
    term: 'Term',
    countedFrom: 'Counted from',
    law: 'Why so long',
    then: 'Then',
    lastRun: 'Last run',
    forever: 'For good',
    none: 'Not run yet',
    counts: '%{purged} purged, %{held} held',
    end: { purge: 'Purged', 'own-sweep': 'Swept by its own module', kept: 'Kept' },
  },
  holds: {
    set: 'Set a legal hold',
    setLead: 'As long as it stands nothing of the subject is purged, whatever the schedule says.',
    done: 'The hold is set.',
    subject: 'Kind of subject',
  },
};

/** Names and fields of the pages; `resources.ts` takes them in. */
export const peopleResources: Same<typeof zhResources> = {
  consents: {
    name: 'Consent |||| Consents',
    empty:
      'No consents yet. They are written with a registration or an import, and whenever somebody agrees or withdraws.',
    fields: {
      q: 'Worker number',
      workerNumber: 'Worker',
      workerName: 'Name',
      purpose: 'Purpose',
      act: 'State',
      version: 'Version',
      method: 'Given by',
      at: 'Time',
      at_gte: 'From',
      at_lte: 'Until',
      actor: 'Recorded by',
    },
  },
  'data-requests': {
    name: 'Data request |||| Data requests',
    empty: 'No requests. People ask under “My data”, or customer service takes a request in for them.',
    fields: {
      q: 'Number or worker number',
      number: 'Number',
      kind: 'Kind',
      state: 'State',
      dueOn: 'Answer by',
      workerNumber: 'Worker',
      workerName: 'Name',
      channel: 'Asked by',
      receivedAt: 'Received',
      receivedAt_gte: 'From',
      receivedAt_lte: 'Until',
      endedAt: 'Ended',
    },
  },
  retention: { name: 'Retention |||| Retention' },
  'retention-runs': {
    name: 'Run |||| Runs of retention',
    empty: 'No run yet. There is one a day, at 03:20.',
    fields: {
      class: 'Class',
      state: 'Outcome',
      cutoff: 'Ended before',
      examined: 'Due',
      purged: 'Purged',
      held: 'Held',
      files: 'Files',
      fault: 'Fault',
      startedAt: 'Started',
      finishedAt: 'Ended',
    },
  },
  'legal-holds': {
    name: 'Legal hold |||| Legal holds',
    empty: 'No holds. Set one on what a dispute, a lawsuit or an investigation is about.',
    fields: {
      state: 'State',
      subjectKind: 'Kind of subject',
      subjectId: 'Subject',
      reason: 'Reason',
      setBy: 'Set by',
      setAt: 'Set',
      endedAt: 'Ended',
      endedBy: 'Ended by',
      endReason: 'Why it ended',
      end: 'Action',
    },
  },
};

/** Words of states and of closed lists; `states.ts` takes them in. */
export const peopleStates: Same<typeof zhStates> = {
  dataRequest: { received: 'Received', working: 'In work', answered: 'Answered', refused: 'Refused' },
  consent: { given: 'Given', withdrawn: 'Withdrawn', none: 'Not on record' },
  retentionRun: { running: 'Running', done: 'Done', failed: 'With a fault' },
  legalHold: { standing: 'Standing', ended: 'Ended' },
};

export const peopleChoices: Same<typeof zhChoices> = {
  purpose: {
    service: 'Providing the service',
    'sensitive-data': 'Handling sensitive data',
    'real-name-check': 'Checking the identity',
    'share-with-tax': 'Giving to the tax authority',
    'share-with-bank': 'Giving to the paying bank',
    'e-sign-provider': 'Electronic signature service',
    'automated-decision': 'Automatic recommendations',
    marketing: 'News by message',
  },
  channelOfRequest: { self: 'The person', service: 'Customer service' },
  holdSubject: {
    worker: 'Worker',
    enterprise: 'Enterprise',
    'settlement-batch': 'Settlement batch',
    contract: 'Contract',
    'bank-file': 'Bank file',
  },
  method: {
    click: 'The person, by click',
    operator: 'Staff, from paper',
    'import-declared': 'Declared with an import',
  },
};
