import { all } from './reaches';
import type { Rule } from './rule';

const staff = all('operator', 'finance-officer', 'finance-approver', 'tax-officer');
// A job row holds names, counts and states, no business data: the system administrator looks after the queues. Who replays a version of a
// configuration sees how far it is.
const readers = {
  ...staff,
  'config-operator': 'all',
  'system-admin': 'all',
  enterprise: 'own',
  worker: 'own',
} as const;

/** Who may look at background work, and send again what failed. */
export const rules: readonly Rule[] = [
  { resource: 'job', action: 'list', roles: readers },
  { resource: 'job', action: 'read', roles: readers },
  { resource: 'job', action: 'repeat', roles: { ...staff, 'system-admin': 'all' } },
  // What BullMQ holds right now: addresses of workers and figures of the store beside, so for him alone.
  { resource: 'queue-board', action: 'open', roles: { 'system-admin': 'all' } },
  // An event that a hearer could not take has no owner: staff and the system administrator see it and deliver it again.
  { resource: 'event-delivery', action: 'list', roles: { ...staff, 'system-admin': 'all' } },
  { resource: 'event-delivery', action: 'read', roles: { ...staff, 'system-admin': 'all' } },
  { resource: 'event-delivery', action: 'repeat', roles: { ...staff, 'system-admin': 'all' } },
];
