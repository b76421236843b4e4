import type { Rule } from './rule';

/** Who may do what to the things of the billing plugin (计费). Money policy belongs to the approver. */
export const rules: readonly Rule[] = [
  {
    resource: 'fee-plan',
    action: 'list',
    roles: { operator: 'all', 'finance-officer': 'all', 'finance-approver': 'all', enterprise: 'own' },
  },
  {
    resource: 'fee-plan',
    action: 'read',
    roles: { operator: 'all', 'finance-officer': 'all', 'finance-approver': 'all', enterprise: 'own' },
  },
  { resource: 'fee-plan', action: 'create', roles: { 'finance-approver': 'all' } },
];
