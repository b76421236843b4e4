import { allBut, seen, type FieldRule } from './field-rule';
import { all, own } from './reaches';
import type { Rule } from './rule';

const readers = all('operator', 'risk-officer', 'institution-manager', 'customer-service', 'regulator');
const supervisors = all('risk-officer', 'institution-manager', 'regulator');
const keepers = all('operator', 'risk-officer');
// Nobody reviews what he registered or put right himself: the database refuses it.
const reviewers = all('risk-officer', 'institution-manager');

// What a case asks of a party: each sees its own, and answers for itself.
const asked = own('enterprise', 'worker');

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
  { resource: 'risk-explanation', action: 'list', roles: { ...all('risk-officer', 'institution-manager'), ...asked } },
  { resource: 'risk-explanation', action: 'read', roles: { ...all('risk-officer', 'institution-manager'), ...asked } },
  { resource: 'risk-explanation', action: 'answer', roles: asked },
  // 真实性审查: made by one, signed off by another; the database refuses one's own.
  ...['real-name-review', 'operation-review'].flatMap((resource): Rule[] => [
    { resource, action: 'list', roles: supervisors },
    { resource, action: 'read', roles: supervisors },
    { resource, action: 'make', roles: all('risk-officer') },
    { resource, action: 'sign-off', roles: all('institution-manager') },
    { resource, action: 'give-back', roles: all('institution-manager') },
  ]),
];

/** Who asks and in which case is the house’s; a party is told what is asked and until when. */
export const fields: readonly FieldRule[] = seen(
  'risk-explanation',
  ['caseId', 'caseNumber', 'askedBy', 'recordedBy'],
  allBut('enterprise', 'worker'),
);
