import { all } from './reaches';
import type { ApprovalMark, Rule } from './rule';

const officer = all('risk-officer');
// Whoever admits, keeps, pays or answers for enterprises sees how they are rated, and why.
const readers = all(
  'risk-officer',
  'institution-manager',
  'operator',
  'merchant-reviewer',
  'finance-approver',
  'regulator',
);
const checkers = all('risk-officer', 'merchant-reviewer');
// Another class, or a way back, is power: another risk officer or who leads the institution.
const second: ApprovalMark = { mode: 'replay', by: ['risk-officer', 'institution-manager'], hours: 168 };

/** Who may do what to ratings of enterprises, checks at registers and offboardings by risk (企业评级、信用核查、清退; R2.3, R6.2). */
export const rules: readonly Rule[] = [
  { resource: 'enterprise-rating', action: 'list', roles: readers },
  { resource: 'enterprise-rating', action: 'read', roles: readers },
  { resource: 'rating-override', action: 'list', roles: readers },
  { resource: 'rating-override', action: 'read', roles: readers },
  { resource: 'rating-override', action: 'create', roles: officer, approval: second },
  // Back to what the tables say needs nobody else.
  { resource: 'rating-override', action: 'end', roles: officer },
  { resource: 'credit-check', action: 'list', roles: readers },
  { resource: 'credit-check', action: 'read', roles: readers },
  { resource: 'credit-check', action: 'check', roles: checkers },
  { resource: 'credit-check', action: 'capture', roles: checkers },
  // The answer of a register names people.
  {
    resource: 'credit-check',
    action: 'download',
    roles: checkers,
    approval: { mode: 'redeem', by: ['institution-manager'], hours: 72 },
  },
  { resource: 'risk-offboarding', action: 'list', roles: readers },
  { resource: 'risk-offboarding', action: 'read', roles: readers },
  { resource: 'risk-offboarding', action: 'review-money', roles: officer },
  { resource: 'risk-offboarding', action: 'withdraw', roles: officer, approval: second },
];
