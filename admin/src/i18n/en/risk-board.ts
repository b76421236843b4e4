/** Questions of the risk officer's first page. */
export const riskBoard = {
  open: 'How many cases has nobody taken?',
  late: 'How many cases are overdue?',
  mine: 'How many cases are mine?',
  critical: 'How many critical cases are not closed?',
  batches: 'How many batches wait for a look?',
  samples: 'How many items wait to be checked?',
  rules: 'Which rules fired most in 30 days, and how often wrongly?',
  decisions: 'What was decided each day of the last 30?',
  regions: 'Where are the enterprises of the cases of 30 days registered?',
  regionConfirmed: '%{count} confirmed',
  elsewhere:
    '%{smart_count} more case concerns no enterprise, or one whose code names no province. |||| %{smart_count} more cases concern no enterprise, or one whose code names no province.',
  hours: 'When in 30 days was most stopped?',
  allRules: 'All rules and versions',
  none: 'Nothing in this time.',
  weekday: 'Day of the week',
  head: {
    hits: 'Hits',
    cases: 'Cases',
    confirmed: 'Confirmed',
    falseAlarms: 'False alarms',
    falseShare: 'False alarms, share',
  },
  day: { 1: 'Mo', 2: 'Tu', 3: 'We', 4: 'Th', 5: 'Fr', 6: 'Sa', 7: 'Su' },
};

export const riskTodos = {
  riskBatches: 'Batches that wait for a look by risk',
  riskCases: 'Risk cases that nobody has taken',
};
