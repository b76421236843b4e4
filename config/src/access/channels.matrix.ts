import type { Rule } from './rule';

const readers: Rule['roles'] = { operator: 'all', 'finance-officer': 'all', 'finance-approver': 'all' };

/** Who may do what to the things of the channels plugin (银行渠道). Nobody moves a payout by hand: the bank does. */
export const rules: readonly Rule[] = [
  { resource: 'payout', action: 'list', roles: readers },
  { resource: 'payout', action: 'read', roles: readers },
  { resource: 'payout-file', action: 'list', roles: readers },
  { resource: 'payout-file', action: 'read', roles: readers },
  { resource: 'unmatched-answer', action: 'list', roles: readers },
  { resource: 'unmatched-answer', action: 'read', roles: readers },
];
