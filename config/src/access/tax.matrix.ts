import type { Rule } from './rule';

const staff: Rule['roles'] = {
  'tax-officer': 'all',
  'finance-officer': 'all',
  'finance-approver': 'all',
  operator: 'all',
};

/** Who may do what to the things of the tax plugin (税务). Figures are made by payments; people only read and file them. */
export const rules: readonly Rule[] = [
  { resource: 'tax-simulation', action: 'run', roles: { ...staff, enterprise: 'own', worker: 'own' } },
  { resource: 'tax-record', action: 'list', roles: { ...staff, enterprise: 'own', worker: 'own' } },
  { resource: 'tax-record', action: 'read', roles: { ...staff, enterprise: 'own', worker: 'own' } },
  // Year to date sums over every enterprise that a worker works for: his own affair and the tax officer's.
  { resource: 'tax-year', action: 'list', roles: { ...staff, worker: 'own' } },
  { resource: 'tax-year', action: 'read', roles: { ...staff, worker: 'own' } },
  { resource: 'tax-period', action: 'list', roles: staff },
  { resource: 'tax-period', action: 'read', roles: staff },
  { resource: 'tax-correction', action: 'list', roles: staff },
  { resource: 'tax-correction', action: 'read', roles: staff },
  { resource: 'tax-correction', action: 'declare', roles: { 'tax-officer': 'all' } },
  { resource: 'tax-period', action: 'move', roles: { 'tax-officer': 'all' } },
];
