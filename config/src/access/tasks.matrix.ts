import type { Rule } from './rule';

/** Who may do what to the things of the tasks plugin (任务). The lifecycles say which action is whose. */
export const rules: readonly Rule[] = [
  {
    resource: 'task',
    action: 'list',
    roles: {
      operator: 'all',
      'finance-officer': 'all',
      'finance-approver': 'all',
      'tax-officer': 'all',
      enterprise: 'own',
    },
  },
  {
    resource: 'task',
    action: 'read',
    roles: {
      operator: 'all',
      'finance-officer': 'all',
      'finance-approver': 'all',
      'tax-officer': 'all',
      enterprise: 'own',
    },
  },
  { resource: 'task', action: 'create', roles: { operator: 'all', enterprise: 'own' } },
  { resource: 'task', action: 'act', roles: { operator: 'all', enterprise: 'own' } },
  {
    resource: 'engagement',
    action: 'list',
    roles: { operator: 'all', 'finance-officer': 'all', 'tax-officer': 'all', enterprise: 'own', worker: 'own' },
  },
  {
    resource: 'engagement',
    action: 'read',
    roles: { operator: 'all', 'finance-officer': 'all', 'tax-officer': 'all', enterprise: 'own', worker: 'own' },
  },
  { resource: 'engagement', action: 'engage', roles: { operator: 'all', enterprise: 'own' } },
  { resource: 'engagement', action: 'act', roles: { operator: 'all', enterprise: 'own', worker: 'own' } },
];
