import { all } from './reaches';
import type { ApprovalMark, Rule } from './rule';

const readers = all('operator', 'finance-officer', 'finance-approver', 'institution-manager');
const policyReaders = { ...readers, ...all('config-operator', 'config-approver') };

const finance = all('finance-officer', 'finance-approver');
// Money policy and corrections (调整): one person of finance asks, an approver who is somebody else decides.
const second: ApprovalMark = {
  mode: 'replay',
  by: ['finance-approver'],
  hours: 72,
  escalate: { afterHours: 24, to: 'institution-manager' },
};

/** Who may do what to the things of the channels plugin (银行渠道). Nobody moves a payout by hand: the bank does. */
export const rules: readonly Rule[] = [
  { resource: 'payout', action: 'list', roles: readers },
  { resource: 'payout', action: 'read', roles: readers },
  { resource: 'payout-file', action: 'list', roles: readers },
  { resource: 'payout-file', action: 'read', roles: readers },
  { resource: 'unmatched-answer', action: 'list', roles: readers },
  { resource: 'unmatched-answer', action: 'read', roles: readers },
  // To say which payment an answer means moves money in the books: two people of finance do it.
  { resource: 'unmatched-answer', action: 'resolve', roles: finance, approval: second },
  { resource: 'bank-file', action: 'list', roles: readers },
  { resource: 'bank-file', action: 'read', roles: readers },
  // The files hold clear names and accounts: who carries them to the bank takes them, nobody else.
  {
    resource: 'bank-file',
    action: 'download',
    roles: { 'finance-officer': 'all' },
    approval: { ...second, mode: 'redeem' },
  },
  { resource: 'bank-file', action: 'upload', roles: { 'finance-officer': 'all' } },
  { resource: 'statement-line', action: 'list', roles: readers },
  { resource: 'statement-line', action: 'read', roles: readers },
  { resource: 'channel-limit', action: 'list', roles: policyReaders },
  { resource: 'channel-limit', action: 'read', roles: policyReaders },
  { resource: 'channel-limit', action: 'set', roles: finance, approval: second },
  { resource: 'channel-route', action: 'list', roles: policyReaders },
  { resource: 'channel-route', action: 'read', roles: policyReaders },
  { resource: 'channel-route', action: 'set', roles: finance, approval: second },
];
