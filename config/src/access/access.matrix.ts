import { all, own } from './reaches';
import { roles } from './roles';
import type { ApprovalMark, Rule } from './rule';

const everybody = own(...roles);
// Powers are given and taken by two persons (账号授权): the security administrator asks, who leads the platform's people decides. The
// first of those is opened on the word of the system administrator. Accounts of enterprises and workers, who see their own rows alone, need none.
const second: ApprovalMark = { mode: 'replay', by: ['institution-manager'], hours: 168 };

/** Who may do what to accounts, sessions and the matrix itself. */
export const rules: readonly Rule[] = [
  { resource: 'own-account', action: 'read', roles: everybody },
  { resource: 'own-account', action: 'change-password', roles: everybody },
  { resource: 'own-session', action: 'end', roles: everybody },
  // Public content, the same for whom it is for.
  { resource: 'notice', action: 'list', roles: all(...roles) },
  { resource: 'account', action: 'list', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  { resource: 'account', action: 'read', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  // Powers are given by the security administrator alone, and never those of an administrator (三权分立, R9.5).
  {
    resource: 'account',
    action: 'create',
    roles: { 'security-admin': 'all' },
    approval: { ...second, firstBy: 'system-admin', unless: ['small'] },
    stepUp: true,
  },
  { resource: 'account', action: 'change-role', roles: { 'security-admin': 'all' }, approval: second, stepUp: true },
  { resource: 'account', action: 'block', roles: { 'security-admin': 'all' } },
  {
    resource: 'account',
    action: 'unblock',
    roles: { 'security-admin': 'all' },
    approval: { ...second, unless: ['small'] },
    stepUp: true,
  },
  { resource: 'account', action: 'reset-password', roles: { 'security-admin': 'all' }, stepUp: true },
  // A lost administrator is asked back by another of the three, and let in by somebody who is none.
  {
    resource: 'account',
    action: 'restore-administrator',
    roles: { 'security-admin': 'all' },
    approval: { ...second, mode: 'redeem' },
    stepUp: true,
  },
  {
    resource: 'account',
    action: 'restore-security-admin',
    roles: { 'system-admin': 'all' },
    approval: { ...second, mode: 'redeem' },
    stepUp: true,
  },
  // Strapi's panel holds public content only; it opens for the system administrator and nobody else.
  { resource: 'panel', action: 'open', roles: { 'system-admin': 'all' } },
  { resource: 'permission-matrix', action: 'read', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
];
