import type {
  ratingActions as zhActions,
  ratingResources as zhResources,
  ratingStates as zhStates,
} from '../zh/ratings';
import type { Same } from '../same';

export const ratingResources: Same<typeof zhResources> = {
  'enterprise-ratings': {
    name: 'Rating |||| Ratings',
    empty: 'No enterprise yet. They appear here once they apply, and are rated once their credit was checked.',
    fields: {
      number: 'Enterprise',
      name: 'Name',
      class: 'Class',
      score: 'Score',
      movement: 'Movement',
      since: 'In this class since',
      since_gte: 'Since, not before',
      isOverridden: 'Override',
      state: 'State of the enterprise',
      lookedAt: 'Last rated',
    },
  },
  'credit-checks': {
    name: 'Credit check |||| Credit checks',
    empty: 'No credit check. What the schedule, a person or a capture by hand found appears here.',
    fields: {
      number: 'Number',
      enterpriseName: 'Enterprise',
      outcome: 'Outcome',
      registerState: 'State in the register',
      dishonest: 'Dishonest',
      abnormal: 'Abnormal',
      changed: 'Changes',
      source: 'Source',
      costFen: 'Cost',
      checkedAt: 'Checked at',
      checkedAt_gte: 'Checked from',
      checkedAt_lte: 'Checked until',
    },
  },
  'rating-overrides': {
    name: 'Override |||| Overrides of ratings',
    empty: 'No override. One is asked for on the page of a rating, and a second person approves it.',
    fields: {
      number: 'Number',
      enterpriseNumber: 'Enterprise',
      class: 'Class',
      reason: 'Reason',
      startsOn: 'From',
      endsOn: 'Until',
      createdName: 'Asked by',
      state: 'State',
      end: 'Actions',
    },
  },
  'risk-offboardings': {
    name: 'Offboarding |||| Offboardings',
    empty: 'No offboarding. Enterprises that were suspended by rule as dishonest, revoked or abnormal appear here.',
    fields: {
      number: 'Number',
      enterpriseName: 'Enterprise',
      state: 'State',
      caseNumber: 'Risk case',
      openedAt: 'Opened',
      settledAt: 'Money settled',
      endedAt: 'Ended',
    },
  },
};

export const ratingStates: Same<typeof zhStates> = {
  ratingClass: { A: 'Class A', B: 'Class B', C: 'Class C', D: 'Class D', E: 'Class E' },
  ratingMovement: { new: 'First', up: 'Up', down: 'Down', same: 'Same' },
  ratingOverride: { 'in-force': 'In force', ended: 'Ended early', expired: 'Term over' },
  creditOutcome: { found: 'Found', 'no-record': 'No record', unanswered: 'Not answered' },
  registerState: {
    standing: 'In good standing',
    abnormal: 'Abnormal operations',
    revoked: 'Revoked',
    cancelled: 'Cancelled',
    moved: 'Moved away',
    closed: 'Closed or in liquidation',
    unknown: 'Unknown',
  },
  riskOffboarding: {
    suspended: 'Suspended',
    settled: 'Money settled',
    offboarded: 'Offboarded',
    withdrawn: 'Withdrawn',
  },
};

export const ratingActions: Same<typeof zhActions> = {
  ratingOverride: {
    end: {
      label: 'End early',
      lead: 'The class of the tables holds again at once.',
      past: 'Ended an override of a rating',
    },
  },
  riskOffboarding: {
    'review-money': {
      label: 'Review the money',
      lead: 'Looks at open batches, months not billed, fees owed and what lies in the account; once all is settled the next step opens.',
      past: 'Reviewed the open money',
    },
    withdraw: {
      label: 'Withdraw',
      lead: 'Another risk officer or the institution’s manager approves; the enterprise comes back then. Not while its last rating suspends it.',
      past: 'Asked to withdraw an offboarding',
    },
  },
};
