import { all } from './reaches';
import type { ApprovalMark, Rule } from './rule';

const readers = all('risk-officer', 'institution-manager', 'regulator');
const officer = all('risk-officer');
const handlers = all('risk-officer', 'institution-manager');

// Power over people: another risk officer, or who leads the institution.
const second: ApprovalMark = { mode: 'replay', by: ['risk-officer', 'institution-manager'], hours: 168 };

/** Who may do what to the things of the risk plugin (风控). */
export const rules: readonly Rule[] = [
  // 黑白名单: nobody is listed, or let go before his time, by one person alone (R6.3).
  { resource: 'risk-list-entry', action: 'list', roles: readers },
  { resource: 'risk-list-entry', action: 'read', roles: readers },
  { resource: 'risk-list-entry', action: 'look-up', roles: officer },
  { resource: 'risk-list-entry', action: 'create', roles: officer, approval: second },
  { resource: 'risk-list-entry', action: 'end', roles: officer, approval: second },
  { resource: 'risk-list-import', action: 'list', roles: readers },
  { resource: 'risk-list-import', action: 'read', roles: readers },
  { resource: 'risk-list-import', action: 'upload', roles: officer },
  { resource: 'risk-list-import', action: 'take', roles: officer, approval: second },
  { resource: 'risk-list-import', action: 'discard', roles: officer },
  // 规则静默: letting somebody off takes a second person, waking the rule again does not.
  { resource: 'risk-snooze', action: 'list', roles: readers },
  { resource: 'risk-snooze', action: 'read', roles: readers },
  { resource: 'risk-snooze', action: 'create', roles: officer, approval: second },
  { resource: 'risk-snooze', action: 'end', roles: officer },
  // 决策 says what was held against somebody: for those who handle it, and those who answer for it.
  { resource: 'risk-decision', action: 'list', roles: handlers },
  { resource: 'risk-decision', action: 'read', roles: handlers },
];
