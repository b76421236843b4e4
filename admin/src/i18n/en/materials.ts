/** Words of promotional material (宣传资料) and of files that are evidence. */
export const materials = {
  evidence: {
    choose: 'Choose a file or take a photograph',
    help: 'PDF, JPEG or PNG, at most 20 MiB; kept sealed, and each look at it is told',
    send: 'Upload',
    sent: 'The file is kept sealed.',
    take: 'Download',
    takeOf: 'Download %{name}',
  },
  reviews: {
    severityLabel: 'Severity',
    severity: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  },
  materials: {
    kind: { website: 'Website', social: 'Social account', print: 'Print', video: 'Video', other: 'Other' },
    toReview: 'To be reviewed',
    facts: 'Material',
    checklist: 'Checklist',
    checklistVersion: 'Version %{version}',
    captures: 'Captures and copies',
    noCapture: 'There is no capture or copy yet; it is reviewed once there is.',
    findings: 'Findings',
    late: 'Overdue',
    dueOn: 'due %{day}',
    rectified: 'Put right: %{text}',
    reviews: 'Reviews',
    verdict: { passed: 'Passed', failed: 'To be put right' },
    answer: { yes: 'Holds', no: 'Does not', 'not-applicable': 'Not applicable' },
    register: {
      title: 'Register material',
      lead: 'Add its capture or copy afterwards; somebody else reviews it by the checklist.',
      placeHelp: 'Address, name of the account, or where it is shown',
      ownerHelp: 'Office or duty, not the name of a person',
      done: 'It is registered. Add its capture or copy, and have it reviewed.',
      open: 'Open it',
    },
    capture: {
      title: 'Add a capture',
      lead: 'A whole capture, photograph or copy that shows the place and the day.',
    },
    proof: { title: 'Add proof', lead: 'A capture, photograph or paper of how it is now.' },
    rectify: {
      title: 'Tell as put right',
      lead: 'With the last finding the material waits for its review by somebody else.',
      text: 'What was done',
    },
    review: {
      title: 'Review',
      lead: 'Answer item by item. Where one does not hold, say what, how grave and by when.',
      other:
        'Not by who registered it or put it right. A critical finding is a case at once, one past its day becomes a case.',
      own: 'You registered it or put it right: somebody else reviews it.',
      captureFirst:
        'The checklist asks for evidence: add a capture, photograph or copy first, then answer item by item.',
      failing: 'Items that do not hold',
      becomes: 'State afterwards',
      confirm: 'Submit the review',
      note: 'Remarks',
      found: 'What is found',
      dueOn: 'Put right by',
    },
    told: '%{word}: %{text}',
    step: {
      registered: 'Registered',
      'file-added': 'File added',
      reviewed: 'Reviewed',
      rectified: 'Put right',
      overdue: 'Overdue',
      renewed: 'Sent to review anew',
      withdrawn: 'Withdrawn',
    },
  },
};

export const materialResources = {
  'promotional-materials': {
    name: 'Promotional material |||| Promotional material',
    empty:
      'No material is registered yet. Websites, social accounts and print are registered and reviewed by somebody else.',
    fields: {
      number: 'Number',
      title: 'Title',
      kind: 'Channel',
      place: 'Place',
      owner: 'Office',
      publishedOn: 'Published',
      openFindings: 'To put right',
      dueOn: 'First due',
      reviewBy: 'Next review',
      registeredBy: 'Registered by',
      registeredAt: 'Registered',
      state: 'State',
    },
  },
};

export const materialStates = {
  material: {
    registered: 'To be reviewed',
    passed: 'Passed',
    rectifying: 'Being put right',
    rectified: 'To be reviewed again',
    withdrawn: 'Withdrawn',
  },
  materialFinding: { open: 'To put right', rectified: 'Put right', cleared: 'Reviewed again' },
};

export const materialActions = {
  material: {
    renew: {
      label: 'Send to review',
      lead: 'For what has changed; until it passes it shows as to be reviewed.',
      past: 'sent it to review anew',
    },
    withdraw: {
      label: 'Withdraw',
      lead: 'For what is shown no more; it is not reviewed again, and its record stays.',
      past: 'withdrew the material',
    },
  },
};
