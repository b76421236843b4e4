import { allBut, seen, type FieldRule } from './field-rule';
import { all, own } from './reaches';
import { administratorRoles, staffRoles } from './roles';
import type { ApprovalMark, Rule } from './rule';

// What the platform works by is no secret to who works in it; from outside only what is or was in force is seen, which the plugin holds.
const readers = all(...staffRoles, 'audit-admin', 'regulator');
const bound = own(...staffRoles, ...administratorRoles);
const editors = all('config-operator');
const importReaders = all('config-operator', 'config-approver', 'audit-admin');
const deciding: ApprovalMark = {
  mode: 'native',
  by: ['config-approver'],
  // A version that nobody decided about in a week is a draft again.
  hours: 168,
  escalate: { afterHours: 72, to: 'institution-manager' },
};

// Whoever fills in a form has to see what it asks; records are seen as what they belong to is.
const recordReaders = {
  ...all('operator', 'merchant-reviewer', 'task-reviewer', 'risk-officer', 'customer-service', 'institution-manager'),
  ...own('enterprise', 'worker'),
};
const recordMakers = { ...all('operator', 'risk-officer', 'customer-service'), ...own('enterprise', 'worker') };

// Begun by whoever may fill in a form, and seen by nobody else.
const ownDrafts = own('operator', 'risk-officer', 'customer-service', 'enterprise', 'worker');

/** Who may do what to configurations and their versions (配置中心). Who wrote or submitted a version is refused by the service. */
export const rules: readonly Rule[] = [
  { resource: 'form', action: 'read', roles: { ...all(...staffRoles), ...own('enterprise', 'worker') } },
  { resource: 'form-record', action: 'list', roles: recordReaders },
  { resource: 'form-record', action: 'read', roles: recordReaders },
  { resource: 'form-record', action: 'search', roles: all('operator', 'risk-officer', 'customer-service') },
  { resource: 'form-record', action: 'submit', roles: recordMakers },
  { resource: 'form-record', action: 'change', roles: recordMakers },
  // Papers that people handed in show them in clear: whose they are has them at once, staff with a second person.
  {
    resource: 'form-record',
    action: 'download',
    roles: {
      ...all('operator', 'merchant-reviewer', 'task-reviewer', 'risk-officer', 'customer-service'),
      ...own('enterprise', 'worker'),
    },
    approval: { mode: 'redeem', by: ['institution-manager'], spares: ['enterprise', 'worker'], hours: 72 },
  },
  { resource: 'form-file', action: 'send', roles: recordMakers },
  { resource: 'own-form-draft', action: 'read', roles: ownDrafts },
  { resource: 'own-form-draft', action: 'save', roles: ownDrafts },
  { resource: 'own-form-draft', action: 'drop', roles: ownDrafts },
  { resource: 'configuration', action: 'list', roles: readers },
  { resource: 'configuration', action: 'read', roles: readers },
  { resource: 'configuration', action: 'create', roles: editors },
  { resource: 'configuration', action: 'start-draft', roles: editors },
  // To put a review off is to go on without one: a second person agrees.
  { resource: 'configuration', action: 'set-review', roles: editors, approval: { ...deciding, mode: 'replay' } },
  { resource: 'configuration', action: 'transfer', roles: all('config-operator', 'config-approver') },
  // What comes from another installation becomes drafts alone; whose files are believed is said by somebody else than who takes them.
  { resource: 'configuration-import', action: 'list', roles: importReaders },
  { resource: 'configuration-import', action: 'read', roles: importReaders },
  { resource: 'configuration-import', action: 'upload', roles: editors },
  { resource: 'configuration-import', action: 'accept-key', roles: all('config-approver') },
  { resource: 'configuration-import', action: 'take', roles: editors },
  // Procedures bind people of the platform, the administrators among them; who of them has not acknowledged one is no secret to them.
  { resource: 'own-acknowledgement', action: 'give', roles: bound },
  { resource: 'own-acknowledgement', action: 'list', roles: bound },
  { resource: 'own-acknowledgement', action: 'read', roles: bound },
  // Who has not acknowledged what, of everybody: for those who write procedures and those who answer for them.
  {
    resource: 'acknowledgement',
    action: 'list',
    roles: all('config-operator', 'config-approver', 'risk-officer', 'institution-manager', 'audit-admin'),
  },
  {
    resource: 'acknowledgement',
    action: 'read',
    roles: all('config-operator', 'config-approver', 'risk-officer', 'institution-manager', 'audit-admin'),
  },
  { resource: 'configuration-version', action: 'list', roles: readers },
  { resource: 'configuration-version', action: 'read', roles: readers },
  { resource: 'configuration-version', action: 'edit', roles: editors },
  { resource: 'configuration-version', action: 'check', roles: editors },
  { resource: 'configuration-version', action: 'try', roles: all('config-operator', 'config-approver') },
  { resource: 'configuration-version', action: 'replay', roles: editors },
  { resource: 'configuration-version', action: 'take-sheet', roles: all(...staffRoles, 'audit-admin') },
  { resource: 'configuration-version', action: 'read-sheet', roles: editors },
  { resource: 'configuration-version', action: 'submit', roles: editors },
  { resource: 'configuration-version', action: 'decide', roles: all('config-approver'), approval: deciding },
  { resource: 'configuration-version', action: 'withdraw', roles: editors },
  { resource: 'configuration-version', action: 'discard', roles: editors },
  {
    resource: 'configuration-version',
    action: 'roll-back',
    roles: all('config-operator', 'config-approver'),
    approval: { ...deciding, mode: 'replay', hours: 24, escalate: { afterHours: 4, to: 'institution-manager' } },
  },
];

/** What is drafted, submitted or scheduled is the house’s until it is in force: who looks from outside is not told of it by a list either. */
export const fields: readonly FieldRule[] = seen(
  'configuration',
  ['openId', 'openNo', 'openState', 'openEffectiveFrom', 'openUpdatedAt', 'isShadowing'],
  allBut('regulator'),
);
