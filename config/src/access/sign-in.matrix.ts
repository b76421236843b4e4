import { own } from './reaches';
import { roles } from './roles';
import type { Rule } from './rule';

const everybody = own(...roles);

/** What everybody does about his own sign-in, and what the security administrator does about that of others. */
export const rules: readonly Rule[] = [
  { resource: 'own-account', action: 'change-second-factor', roles: everybody },
  { resource: 'own-session', action: 'check', roles: everybody },
  { resource: 'own-session', action: 'list', roles: everybody },
  { resource: 'own-session', action: 'end-other', roles: everybody },
  { resource: 'session', action: 'list', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  { resource: 'session', action: 'read', roles: { 'security-admin': 'all', 'audit-admin': 'all' } },
  { resource: 'session', action: 'end', roles: { 'security-admin': 'all' } },
  // Whoever takes a second factor away could sign in with a password alone: somebody else decides.
  {
    resource: 'account',
    action: 'reset-second-factor',
    roles: { 'security-admin': 'all' },
    approval: {
      mode: 'replay',
      by: ['institution-manager'],
      byAspect: { enterprise: ['institution-manager', 'merchant-reviewer'] },
      hours: 168,
      firstBy: 'system-admin',
      escalate: { afterHours: 72, to: 'system-admin' },
    },
    stepUp: true,
  },
];
