import { all, own, queue } from './reaches';
import type { Rule } from './rule';

const lookers = { ...all('risk-officer', 'customer-service', 'institution-manager'), ...queue('task-reviewer') };
const taskReaders = {
  ...all('operator', 'finance-officer', 'finance-approver', 'tax-officer'),
  ...lookers,
  ...own('enterprise'),
};
const engagementReaders = {
  ...all('operator', 'finance-officer', 'tax-officer'),
  ...lookers,
  ...own('enterprise', 'worker'),
};

/** Who may do what to the things of the tasks plugin (任务). The lifecycles say which action is whose. */
export const rules: readonly Rule[] = [
  { resource: 'task', action: 'list', roles: taskReaders },
  { resource: 'task', action: 'read', roles: taskReaders },
  { resource: 'task', action: 'create', roles: { operator: 'all', enterprise: 'own' } },
  { resource: 'task', action: 'act', roles: { ...all('operator'), ...queue('task-reviewer'), ...own('enterprise') } },
  { resource: 'engagement', action: 'list', roles: engagementReaders },
  { resource: 'engagement', action: 'read', roles: engagementReaders },
  { resource: 'engagement', action: 'engage', roles: { operator: 'all', enterprise: 'own' } },
  { resource: 'engagement', action: 'act', roles: { operator: 'all', enterprise: 'own', worker: 'own' } },
];
