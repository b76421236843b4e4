import { own } from './reaches';
import { roles } from './roles';
import type { Rule } from './rule';

const everybody = own(...roles);

/** What everybody does about his own sign-in, and what the security administrator does about that of others. */
export const rules: readonly Rule[] = [
  { resource: 'own-account', action: 'change-second-factor', roles: everybody },
  { resource: 'own-session', action: 'check', roles: everybody },
  { resource: 'account', action: 'reset-second-factor', roles: { 'security-admin': 'all' } },
];
