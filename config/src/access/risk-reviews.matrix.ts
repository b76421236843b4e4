import { all } from './reaches';
import type { Rule } from './rule';

const readers = all('operator', 'risk-officer', 'institution-manager', 'customer-service', 'regulator');
const keepers = all('operator', 'risk-officer');
// Nobody reviews what he registered or put right himself: the database refuses it.
const reviewers = all('risk-officer', 'institution-manager');

/** Who may do what to the reviews after the event (真实性审查, R8.1–R8.3). */
export const rules: readonly Rule[] = [
  { resource: 'promotional-material', action: 'list', roles: readers },
  { resource: 'promotional-material', action: 'read', roles: readers },
  { resource: 'promotional-material', action: 'create', roles: keepers },
  { resource: 'promotional-material', action: 'add-file', roles: keepers },
  { resource: 'promotional-material', action: 'review', roles: reviewers },
  { resource: 'promotional-material', action: 'rectify', roles: keepers },
  { resource: 'promotional-material', action: 'renew', roles: keepers },
  { resource: 'promotional-material', action: 'withdraw', roles: keepers },
];
