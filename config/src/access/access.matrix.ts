import { own } from './reaches';
import { roles } from './roles';
import type { Rule } from './rule';

const everybody = own(...roles);

/** Who may do what to accounts, sessions and the matrix itself. */
export const rules: readonly Rule[] = [
  { resource: 'own-account', action: 'read', roles: everybody },
  { resource: 'own-account', action: 'change-password', roles: everybody },
  { resource: 'own-session', action: 'end', roles: everybody },
  { resource: 'account', action: 'list', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  { resource: 'account', action: 'read', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  // Powers are given by the security administrator alone, and never those of an administrator (三权分立, R9.5).
  { resource: 'account', action: 'create', roles: { 'security-admin': 'all' } },
  { resource: 'account', action: 'block', roles: { 'security-admin': 'all' } },
  { resource: 'account', action: 'unblock', roles: { 'security-admin': 'all' } },
  { resource: 'account', action: 'reset-password', roles: { 'security-admin': 'all' } },
  // Strapi's panel holds public content only; it opens for the system administrator and nobody else.
  { resource: 'panel', action: 'open', roles: { 'system-admin': 'all' } },
  { resource: 'permission-matrix', action: 'read', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
];
