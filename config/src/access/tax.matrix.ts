import { all, own } from './reaches';
import type { Rule } from './rule';

const staff = all('tax-officer', 'finance-officer', 'finance-approver', 'operator', 'institution-manager');
const recordReaders = { ...staff, ...all('archivist', 'regulator'), ...own('enterprise', 'worker') };
const periodReaders = { ...staff, ...all('regulator') };

/** Who may do what to the things of the tax plugin (税务). Figures are made by payments; people only read and file them. */
export const rules: readonly Rule[] = [
  { resource: 'tax-simulation', action: 'run', roles: { ...staff, enterprise: 'own', worker: 'own' } },
  { resource: 'tax-record', action: 'list', roles: recordReaders },
  { resource: 'tax-record', action: 'read', roles: recordReaders },
  // Year to date sums over every enterprise that a worker works for: his own affair and the tax officer's.
  { resource: 'tax-year', action: 'list', roles: { ...staff, worker: 'own' } },
  { resource: 'tax-year', action: 'read', roles: { ...staff, worker: 'own' } },
  { resource: 'tax-period', action: 'list', roles: periodReaders },
  { resource: 'tax-period', action: 'read', roles: periodReaders },
  { resource: 'tax-correction', action: 'list', roles: staff },
  { resource: 'tax-correction', action: 'read', roles: staff },
  // A corrected return changes what was told to the tax authority (更正): said by the tax officer, looked at by who leads the institution.
  {
    resource: 'tax-correction',
    action: 'declare',
    roles: { 'tax-officer': 'all' },
    approval: { mode: 'replay', by: ['institution-manager'], hours: 168 },
  },
  { resource: 'tax-period', action: 'move', roles: { 'tax-officer': 'all' } },
];
