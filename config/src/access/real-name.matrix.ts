import { all, own, queue } from './reaches';
import type { Rule } from './rule';

const staff = all('operator', 'finance-officer', 'finance-approver', 'tax-officer');
const checkReaders = {
  ...staff,
  ...all('risk-officer', 'institution-manager'),
  // The checks of the companies in his queue, never those of people.
  ...queue('merchant-reviewer'),
  ...own('worker'),
};

/** Who may do what to the things of the real-name plugin. */
export const rules: readonly Rule[] = [
  // Checking a number by its algorithm touches no row of anybody; `own` only because outsiders never hold `all`.
  { resource: 'identifier', action: 'check', roles: { ...staff, enterprise: 'own', worker: 'own' } },
  { resource: 'real-name-check', action: 'list', roles: checkReaders },
  { resource: 'real-name-check', action: 'read', roles: checkReaders },
  { resource: 'real-name-check', action: 'run', roles: { operator: 'all' } },
  // A bulk check costs money: who starts one sees the estimate first, and his reason is kept.
  { resource: 'real-name-bulk-check', action: 'list', roles: { operator: 'all' } },
  { resource: 'real-name-bulk-check', action: 'read', roles: { operator: 'all' } },
  { resource: 'real-name-bulk-check', action: 'start', roles: { operator: 'all' } },
  { resource: 'real-name-bulk-check', action: 'cancel', roles: { operator: 'all' } },
  // States, counts and costs of vendors: no business data and no credential, so the system administrator looks after them too.
  { resource: 'identity-provider', action: 'list', roles: { operator: 'all', 'system-admin': 'all' } },
];
