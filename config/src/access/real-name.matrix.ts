import type { Rule } from './rule';

const staff = { operator: 'all', 'finance-officer': 'all', 'finance-approver': 'all', 'tax-officer': 'all' } as const;

/** Who may do what to the things of the real-name plugin. */
export const rules: readonly Rule[] = [
  // Checking a number by its algorithm touches no row of anybody; `own` only because outsiders never hold `all`.
  { resource: 'identifier', action: 'check', roles: { ...staff, enterprise: 'own', worker: 'own' } },
  { resource: 'real-name-check', action: 'list', roles: { ...staff, worker: 'own' } },
  { resource: 'real-name-check', action: 'read', roles: { ...staff, worker: 'own' } },
  { resource: 'real-name-check', action: 'run', roles: { operator: 'all' } },
];
