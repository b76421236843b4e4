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

// What is open to be taken is the same for every worker; an application is his own engagement.
const seekers = all('worker');

// Who offers the work, and who looks at what is offered.
const offers = { operator: 'all', enterprise: 'own' } as const;
const reviews = { ...all('operator'), ...queue('task-reviewer') };

/** Who may do what to the things of the tasks plugin (任务), one line for each action of a lifecycle. */
export const rules: readonly Rule[] = [
  { resource: 'task', action: 'list', roles: taskReaders },
  { resource: 'task', action: 'read', roles: taskReaders },
  { resource: 'task', action: 'create', roles: offers },
  { resource: 'task', action: 'change', roles: offers },
  { resource: 'task', action: 'submit', roles: offers },
  { resource: 'task', action: 'publish', roles: reviews },
  { resource: 'task', action: 'return', roles: reviews },
  { resource: 'task', action: 'close', roles: offers },
  { resource: 'task', action: 'cancel', roles: offers },
  { resource: 'open-task', action: 'list', roles: seekers },
  { resource: 'open-task', action: 'read', roles: seekers },
  { resource: 'open-task', action: 'apply', roles: seekers },
  { resource: 'engagement', action: 'list', roles: engagementReaders },
  { resource: 'engagement', action: 'read', roles: engagementReaders },
  { resource: 'engagement', action: 'engage', roles: { operator: 'all', enterprise: 'own' } },
  { resource: 'engagement', action: 'decline', roles: offers },
  { resource: 'engagement', action: 'withdraw', roles: own('worker') },
  { resource: 'engagement', action: 'deliver', roles: { ...offers, worker: 'own' } },
  { resource: 'engagement', action: 'accept', roles: offers },
  { resource: 'engagement', action: 'cancel', roles: offers },
];
