import { all, own } from './reaches';
import { roles } from './roles';
import type { ApprovalMark, Rule } from './rule';

const everybody = own(...roles);
// Powers are given and taken by two persons (账号授权): the security administrator asks, who leads the platform's people decides. The
// first of those is opened, and the only one let in again, on the word of the system administrator. Accounts of enterprises confirm payouts
// and see contracts in clear, and those of workers hold a card and a tax year: no account of any role is opened or taken over by one
// person. Of an enterprise who examined it decides too (商户审核员): he knows who speaks for it, and has no part in opening accounts.
// Managers leave and lose telephones as others do: what nobody decided in three days somebody else may, who never asks for it himself, and
// everybody concerned is told. There is always a way out, and none that is quick.
const second: ApprovalMark = {
  mode: 'replay',
  by: ['institution-manager'],
  byAspect: { enterprise: ['institution-manager', 'merchant-reviewer'] },
  hours: 168,
  firstBy: 'system-admin',
  escalate: { afterHours: 72, to: 'system-admin' },
};
// What concerns the platform's people and its administrators alone.
const secondOfStaff: ApprovalMark = {
  mode: 'replay',
  by: ['institution-manager'],
  hours: 168,
  escalate: { afterHours: 72, to: 'system-admin' },
};
// Who lets an administrator in again is none himself, however late.
const secondOfAdministrators: ApprovalMark = { ...secondOfStaff, escalate: { afterHours: 72, to: 'finance-approver' } };

/** Who may do what to accounts, sessions and the matrix itself. */
export const rules: readonly Rule[] = [
  { resource: 'own-account', action: 'read', roles: everybody },
  { resource: 'own-account', action: 'change-password', roles: everybody },
  { resource: 'own-account', action: 'see-notices', roles: everybody },
  { resource: 'own-account', action: 'read-waiting', roles: everybody },
  // Each list by the reader's own right to it.
  { resource: 'own-account', action: 'count-lists', roles: everybody },
  { resource: 'own-account', action: 'read-news', roles: everybody },
  { resource: 'own-account', action: 'see-news', roles: everybody },
  // The file of a list; which lists, the line `export` of each says.
  { resource: 'own-export', action: 'see-offer', roles: everybody },
  { resource: 'own-export', action: 'ask', roles: everybody },
  { resource: 'own-export', action: 'read', roles: everybody },
  { resource: 'own-export', action: 'download', roles: everybody },
  // How somebody looks at a list; which lists, the line `list` of each says.
  { resource: 'own-view', action: 'read', roles: everybody },
  { resource: 'own-view', action: 'keep', roles: everybody },
  { resource: 'own-view', action: 'remove', roles: everybody },
  { resource: 'own-session', action: 'end', roles: everybody },
  // Public content, the same for whom it is for.
  { resource: 'notice', action: 'list', roles: all(...roles) },
  { resource: 'guide', action: 'list', roles: all(...roles) },
  { resource: 'guide', action: 'read', roles: all(...roles) },
  { resource: 'account', action: 'list', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  { resource: 'account', action: 'read', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  // Powers are given by the security administrator alone, and never those of an administrator (三权分立, R9.5).
  {
    resource: 'account',
    action: 'create',
    roles: { 'security-admin': 'all' },
    approval: second,
    stepUp: true,
  },
  {
    resource: 'account',
    action: 'change-role',
    roles: { 'security-admin': 'all' },
    approval: secondOfStaff,
    stepUp: true,
  },
  { resource: 'account', action: 'block', roles: { 'security-admin': 'all' } },
  {
    resource: 'account',
    action: 'unblock',
    roles: { 'security-admin': 'all' },
    approval: second,
    stepUp: true,
  },
  // Neither who asks nor who approves comes to know a password: each has half of a code, and only its holder both.
  { resource: 'account', action: 'reset-password', roles: { 'security-admin': 'all' }, approval: second, stepUp: true },
  // Two invented numbers would make two persons of one: what somebody says of himself counts once others have looked at it.
  { resource: 'account', action: 'confirm-holder', roles: { 'security-admin': 'all' }, approval: second, stepUp: true },
  // A lost administrator is asked back by another of the three, and let in by somebody who is none.
  {
    resource: 'account',
    action: 'restore-administrator',
    roles: { 'security-admin': 'all' },
    approval: secondOfAdministrators,
    stepUp: true,
  },
  {
    resource: 'account',
    action: 'restore-security-admin',
    roles: { 'system-admin': 'all' },
    approval: secondOfAdministrators,
    stepUp: true,
  },
  // Strapi's panel holds public content only; it opens for the system administrator and nobody else.
  { resource: 'panel', action: 'open', roles: { 'system-admin': 'all' } },
  // Who leads the institution sees which of its roles nobody holds.
  { resource: 'role-staffing', action: 'read', roles: { 'institution-manager': 'all' } },
  { resource: 'permission-matrix', action: 'read', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
];
