import type { Rule } from './rule';

const staff = { operator: 'all', 'finance-officer': 'all', 'finance-approver': 'all', 'tax-officer': 'all' } as const;
const operator = { operator: 'all' } as const;

/** Who may do what to the things of the parties plugin. */
export const rules: readonly Rule[] = [
  { resource: 'enterprise', action: 'list', roles: { ...staff, enterprise: 'own' } },
  { resource: 'enterprise', action: 'read', roles: { ...staff, enterprise: 'own' } },
  { resource: 'enterprise', action: 'create', roles: operator },
  { resource: 'enterprise', action: 'change', roles: { ...operator, enterprise: 'own' } },
  { resource: 'enterprise', action: 'submit', roles: { ...operator, enterprise: 'own' } },
  { resource: 'enterprise', action: 'approve', roles: operator },
  { resource: 'enterprise', action: 'reject', roles: operator },
  { resource: 'enterprise', action: 'sign', roles: { ...operator, enterprise: 'own' } },
  { resource: 'enterprise', action: 'suspend', roles: operator },
  { resource: 'enterprise', action: 'resume', roles: operator },
  { resource: 'enterprise', action: 'offboard', roles: operator },
  { resource: 'enterprise-account', action: 'list', roles: { ...staff, enterprise: 'own' } },
  { resource: 'enterprise-account', action: 'read', roles: { ...staff, enterprise: 'own' } },
  { resource: 'enterprise-account', action: 'open', roles: { 'finance-officer': 'all' } },
  // An enterprise meets workers through its engagements and orders, never through the register of workers.
  { resource: 'worker', action: 'list', roles: { ...staff, worker: 'own' } },
  { resource: 'worker', action: 'read', roles: { ...staff, worker: 'own' } },
  { resource: 'worker', action: 'register', roles: operator },
  { resource: 'worker', action: 'search', roles: staff },
  { resource: 'worker', action: 'suspend', roles: operator },
  { resource: 'worker', action: 'resume', roles: operator },
  { resource: 'worker', action: 'deregister', roles: { ...operator, worker: 'own' } },
  { resource: 'worker', action: 'return', roles: operator },
  { resource: 'worker', action: 'authorize-agency', roles: { ...operator, 'tax-officer': 'all' } },
  { resource: 'worker-import', action: 'upload', roles: operator },
  { resource: 'worker-import', action: 'read', roles: operator },
  { resource: 'bank-card', action: 'list', roles: { ...staff, worker: 'own' } },
  { resource: 'bank-card', action: 'read', roles: { ...staff, worker: 'own' } },
  { resource: 'bank-card', action: 'add', roles: { ...operator, worker: 'own' } },
];
