import { all } from './reaches';
import type { ApprovalMark, Rule } from './rule';

const officer = all('risk-officer');
// Whoever reads a case sees what is held against somebody: those who handle it, and those who answer for it.
const readers = all('risk-officer', 'institution-manager');
// Everybody of the house may report what struck him.
const reporters = all(
  'operator',
  'merchant-reviewer',
  'task-reviewer',
  'risk-officer',
  'finance-officer',
  'tax-officer',
  'customer-service',
);
// Calls are made by whoever speaks with workers all day, too.
const callers = { ...readers, ...all('customer-service') };
// A measure takes something away from somebody, and so does lifting it from those who are protected by it.
const second: ApprovalMark = { mode: 'replay', by: ['institution-manager'], hours: 72 };

/** Who may do what to the cases, measures and inspections of risk (风险案件、措施、抽查). */
export const rules: readonly Rule[] = [
  { resource: 'risk-case', action: 'list', roles: readers },
  { resource: 'risk-case', action: 'read', roles: readers },
  { resource: 'risk-case', action: 'create', roles: reporters },
  { resource: 'risk-case', action: 'handle', roles: officer },
  // What proves a case shows people in clear: it is taken out with a second person.
  {
    resource: 'risk-case',
    action: 'download',
    roles: officer,
    approval: { mode: 'redeem', by: ['institution-manager'], hours: 72 },
  },
  // Whoever speaks with complainants sees how far each complaint is and by when it is answered; of the case its number and who holds it.
  { resource: 'complaint', action: 'list', roles: callers },
  { resource: 'complaint', action: 'read', roles: callers },
  { resource: 'risk-measure', action: 'list', roles: { ...readers, ...all('operator', 'customer-service') } },
  { resource: 'risk-measure', action: 'read', roles: { ...readers, ...all('operator', 'customer-service') } },
  { resource: 'risk-measure', action: 'take', roles: officer, approval: second },
  { resource: 'risk-measure', action: 'lift', roles: officer, approval: second },
  // Who supervises looks at what was drawn, and draws it again.
  { resource: 'inspection', action: 'list', roles: { ...readers, ...all('regulator') } },
  { resource: 'inspection', action: 'read', roles: { ...readers, ...all('regulator') } },
  { resource: 'inspection', action: 'draw', roles: officer },
  { resource: 'inspection', action: 'close', roles: officer },
  { resource: 'inspection-item', action: 'list', roles: callers },
  { resource: 'inspection-item', action: 'read', roles: callers },
  { resource: 'inspection-item', action: 'check', roles: officer },
  { resource: 'inspection-item', action: 'interview', roles: all('risk-officer', 'customer-service') },
];
