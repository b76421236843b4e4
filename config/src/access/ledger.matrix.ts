import { all, own } from './reaches';
import type { ApprovalMark, Rule } from './rule';

const readers = {
  ...all('finance-officer', 'finance-approver', 'tax-officer', 'operator', 'institution-manager'),
  ...own('enterprise'),
};

const finance = all('finance-officer', 'finance-approver');
// What no business books (调账、冲销): one person of finance asks, an approver who is somebody else decides.
const second: ApprovalMark = {
  mode: 'replay',
  by: ['finance-approver'],
  hours: 72,
  escalate: { afterHours: 24, to: 'institution-manager' },
};

/** Who may do what to the things of the ledger plugin (总账). Money moves by business; by hand it moves by two persons of finance. */
export const rules: readonly Rule[] = [
  { resource: 'ledger-account', action: 'list', roles: readers },
  { resource: 'ledger-account', action: 'read', roles: readers },
  { resource: 'ledger-account', action: 'trial-balance', roles: readers },
  { resource: 'ledger-account', action: 'statement', roles: readers },
  { resource: 'ledger-transaction', action: 'list', roles: readers },
  { resource: 'ledger-transaction', action: 'read', roles: readers },
  { resource: 'ledger-transaction', action: 'adjust', roles: finance, approval: second },
  { resource: 'ledger-transaction', action: 'reverse', roles: finance, approval: second },
  { resource: 'ledger-posting', action: 'list', roles: readers },
  { resource: 'ledger-posting', action: 'read', roles: readers },
];
