import { all, own } from './reaches';
import type { Rule } from './rule';

const everybody = {
  ...all('operator', 'finance-officer', 'finance-approver', 'institution-manager'),
  ...own('enterprise'),
};
const planReaders = { ...everybody, ...all('config-operator', 'config-approver') };
const finance = all('finance-officer', 'finance-approver');

/**
 * Who may do what to the things of the billing plugin (计费). Finance proposes; money policy and taking money belong to the
 * approver, and the service refuses who proposed or issued.
 */
export const rules: readonly Rule[] = [
  { resource: 'fee-plan', action: 'list', roles: planReaders },
  { resource: 'fee-plan', action: 'read', roles: planReaders },
  { resource: 'fee-plan', action: 'create', roles: finance },
  { resource: 'fee-plan', action: 'preview', roles: planReaders },
  {
    resource: 'fee-plan',
    action: 'decide',
    roles: { 'finance-approver': 'all' },
    approval: { mode: 'native', by: ['finance-approver'] },
  },
  { resource: 'fee-bill', action: 'list', roles: everybody },
  { resource: 'fee-bill', action: 'read', roles: everybody },
  { resource: 'fee-bill', action: 'issue', roles: finance },
  {
    resource: 'fee-bill',
    action: 'settle',
    roles: { 'finance-approver': 'all' },
    approval: { mode: 'native', by: ['finance-approver'] },
  },
];
