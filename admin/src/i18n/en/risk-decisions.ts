/** Words of risk decisions, and of the figures and limits that they stand on. */
export const riskDecisions = {
  riskDecisions: {
    holds:
      'Of payment lines only those that did not pass are listed; of other moments every decision. Passed payments are counted on the dashboard.',
    why: 'Why',
    noReason: 'No rule was hit.',
    rows: 'Rows that were hit',
    facts: 'Facts and features of then',
    factsNote: 'As they were when it was decided; later payments do not change them.',
    policy: 'Rules',
    version: 'version %{no}',
    versionField: 'Version of the rules',
    reproduced: 'Reproduced',
    notReproduced: 'Not reproduced',
    reproducedWhy: 'The version of then, put to the facts of then, comes to the same outcome and rows.',
    notReproducedWhy:
      'The version of then, put to the facts of then, comes to something else: have the technicians look at it.',
    took: 'Took',
    microseconds: '%{count} µs',
    milliseconds: '%{count} ms',
    run: 'Batch',
    score: 'Score',
    about: 'Decision',
    unit: { count: '%{count}', percent: '%{count}%', fen: '¥%{count}', yes: 'yes', no: 'no' },
    subjectKind: {
      worker: 'Worker',
      enterprise: 'Enterprise',
      task: 'Task',
      'settlement-line': 'Payment line',
      'settlement-batch': 'Settlement batch',
      order: 'Order',
    },
    title: '%{moment} · %{outcome}',
    onPage: 'Risk decisions',
    features: 'Risk features',
    featuresDay: 'up to %{day}',
    noFeatures: 'No payments and no ties: every feature is zero.',
    zeros: 'Show %{count} that is zero |||| Show %{count} that are zero',
    hideZeros: 'Hide those that are zero',
    limits: 'Limits and what is used',
    window: { line: 'One payment', day: 'Today', month: 'This month', year: 'This year' },
    used: 'Used',
    limit: 'Limit',
    left: 'Left',
    uses: '%{count} payment |||| %{count} payments',
    noLimit: 'none',
    byKind: 'Limits of some kinds of work or classes',
    payerClasses: 'where the payer is of class %{classes}',
  },
};

export const riskDecisionResources = {
  'risk-decisions': {
    name: 'Risk decisions',
    empty: 'Nothing was stopped or decided on its own.',
    fields: {
      at: 'At',
      moment: 'Moment',
      outcome: 'Outcome',
      score: 'Score',
      subjectKind: 'Kind of subject',
      subjectId: 'Subject',
      workerId: 'Worker',
      enterpriseId: 'Enterprise',
      versionId: 'Version of the rules',
      at_gte: 'From',
      at_lte: 'Until',
    },
  },
};

export const riskDecisionStates = {
  riskDecision: { approve: 'Approved', review: 'To be reviewed', hold: 'Held', decline: 'Declined' },
};
