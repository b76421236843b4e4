import { all, own } from './reaches';
import type { ApprovalMark, Rule } from './rule';

const everybody = {
  ...all('operator', 'finance-officer', 'finance-approver', 'institution-manager'),
  ...own('enterprise'),
};
const planReaders = { ...everybody, ...all('config-operator', 'config-approver') };
const finance = all('finance-officer', 'finance-approver');
// A plan that nobody decided about is void; of a bill the request alone, which finance asks again.
const decided: ApprovalMark = {
  mode: 'native',
  by: ['finance-approver'],
  hours: 168,
  escalate: { afterHours: 72, to: 'institution-manager' },
};

/**
 * Who may do what to the things of the billing plugin (计费). Finance proposes, the first plan of an enterprise too; money policy and taking
 * money belong to the approver, and the service refuses who proposed or issued.
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
    approval: decided,
  },
  { resource: 'fee-bill', action: 'list', roles: everybody },
  { resource: 'fee-bill', action: 'read', roles: everybody },
  { resource: 'fee-bill', action: 'issue', roles: finance },
  {
    resource: 'fee-bill',
    action: 'settle',
    roles: { 'finance-approver': 'all' },
    approval: decided,
  },
];
