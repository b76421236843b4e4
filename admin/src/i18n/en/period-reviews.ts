/** Words of the reviews of a month: real-name verification (实名认证审查) and operations (系统运行审查). */
export const periodReviews = {
  periodReview: {
    make: {
      title: 'Make a review',
      lead: 'Counts the month and sets the month before beside it; each finding is a case.',
      note: 'What was counted never changes; the manager signs it off, or gives it back.',
      done: 'It is made. Findings: %{findings}.',
      open: 'Open it',
    },
    'sign-off': { title: 'Sign off', lead: 'It never changes afterwards; nobody signs off what he made.' },
    'give-back': { title: 'Give back', lead: 'The month can then be reviewed anew; this one stays.' },
    own: 'You made this review: somebody else signs it off.',
    print: 'Print',
    summary: 'Summary',
    facts: 'The review',
    findings: 'Findings',
    noFinding: 'Nothing was found.',
    offTarget: 'Figures off their target',
    madeBy: 'Made by',
    madeAt: 'Made',
    endedBy: 'Signed off by',
    conclusion: 'Conclusion',
    comparedWith: 'Compared with',
    differences: '%{count} difference |||| %{count} differences',
    missed: {
      'at-least': '%{value}, should be at least %{target}',
      'at-most': '%{value}, should be at most %{target}',
    },
    case: 'case %{number}',
    samples: 'Such as %{numbers}',
    figure: 'Figure',
    value: 'Month',
    before: 'Month before',
    target: 'Target',
    hours: ' (hours)',
    on: 'on target',
    off: 'off target',
  },
};

const fields = {
  number: 'Number',
  month: 'Month',
  findings: 'Findings',
  offTarget: 'Off target',
  madeBy: 'Made by',
  madeAt: 'Made',
  endedBy: 'Signed off by',
  endedAt: 'Signed off',
  state: 'State',
};

export const periodReviewResources = {
  'real-name-reviews': {
    name: 'Real-name review |||| Real-name reviews',
    empty:
      'There is no review yet. Each month counts coverage, results, missing papers and shared numbers, and is signed off by the manager.',
    fields,
  },
  'operation-reviews': {
    name: 'Operations review |||| Operations reviews',
    empty:
      'There is no review yet. Each month counts how every module runs and whether agreements, register, business and money agree.',
    fields,
  },
};

export const periodReviewStates = {
  periodReview: { made: 'To be signed off', signed: 'Signed off', returned: 'Given back' },
};
