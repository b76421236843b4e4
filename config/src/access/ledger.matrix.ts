import { all, own } from './reaches';
import type { Rule } from './rule';

const readers = {
  ...all('finance-officer', 'finance-approver', 'tax-officer', 'operator', 'institution-manager'),
  ...own('enterprise'),
};

/** Who may do what to the things of the ledger plugin (总账). Nobody writes it by hand: money moves by business. */
export const rules: readonly Rule[] = [
  { resource: 'ledger-account', action: 'list', roles: readers },
  { resource: 'ledger-account', action: 'read', roles: readers },
  { resource: 'ledger-account', action: 'trial-balance', roles: readers },
  { resource: 'ledger-account', action: 'statement', roles: readers },
  { resource: 'ledger-transaction', action: 'list', roles: readers },
  { resource: 'ledger-transaction', action: 'read', roles: readers },
  { resource: 'ledger-posting', action: 'list', roles: readers },
  { resource: 'ledger-posting', action: 'read', roles: readers },
];
