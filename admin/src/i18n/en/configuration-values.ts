/** What configurations decide, in a word: outcomes that replays and cases are told by. */
export const configurationValues = {
  approve: 'Approve',
  review: 'Review',
  hold: 'Hold',
  decline: 'Decline',
  true: 'Yes',
  false: 'No',
  within: 'Within the limits',
  beyond: 'Beyond a limit',
  complete: 'Cites all',
  incomplete: 'Lacks criteria',
  'second-person': 'By a second person',
  'one-person': 'By one person',
  allow: 'Permitted',
  refuse: 'Not permitted',
  passed: 'Passed',
  failed: 'Not passed',
};

/** Names of what outcomes say. */
export const configurationFacts = {
  zh: 'Chinese',
  en: 'English',
  valid: 'Valid',
  problems: 'Problems',
  shown: 'Fields shown',
  answer: 'Answer',
  answers: 'Answers',
};
